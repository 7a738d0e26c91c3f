import { explanations, wouldTellApart } from './explanations';
import { explanationFacts } from './facts';

/** The other explanations, and what would help to tell them apart. */
export const loadSection = () => {
  const facts = explanationFacts();
  return { explanations: explanations(facts), wouldTellApart: wouldTellApart(facts) };
};

export type OtherExplanationsData = ReturnType<typeof loadSection>;
