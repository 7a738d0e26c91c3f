/** Areas with a colour of their own; others are brown, and told apart by their names. */
export const MOST_COLOURED = 5;

/** The colour of the area at a place in the order chosen, from 0. */
export const slotAt = (place: number): number | 'region' => (place < MOST_COLOURED ? place + 1 : 'region');
