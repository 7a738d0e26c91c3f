/** What a range of ranks is, and what a tested change and a trend say. */
export const RANK_NOTE =
  'Allowing for chance: were chance taken out of every council’s figure, this one would rank within the range with a probability of 95%. A change is called a rise or a fall, and a trend rising or falling, only where it is more than chance and the usual movement of the measure in a year explain.';

/** What makes limits of chance slightly too narrow or too wide. */
export const LIMITS_NOTE =
  'Brothers and sisters often enter care together, which makes limits of chance slightly too narrow. A region or a large county is itself part of England, which makes those around England’s figure slightly too wide.';
