import { CASES, type CaseKey } from './before-after.ts';
import { fitSegments, yearOfMonth, type Segmented, type Yearly } from './segmented.ts';

/** The model of a series about a case, at the case's own month or at another; undefined where years are too few. */
export const modelOf = (
  series: Yearly[],
  of: CaseKey,
  choices: { event?: string; withTransition?: boolean; from?: number } = {}
): Segmented | undefined => {
  const { event, from, to } = CASES[of];
  return fitSegments(series, {
    from: choices.from ?? from,
    to,
    transition: yearOfMonth(choices.event ?? event),
    withTransition: choices.withTransition ?? false
  });
};
