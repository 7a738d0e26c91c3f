import { CASES, type CaseKey, type CaseModel } from './before-after.ts';
import { judgeResiduals } from './durbin-watson-test.ts';
import { designOf, fitSegments, yearOfMonth, type Yearly } from './segmented.ts';

/** The model of a series about a case, at the case's own month or at another; undefined where years are too few. */
export const modelOf = (
  series: Yearly[],
  of: CaseKey,
  choices: { event?: string; withTransition?: boolean; from?: number } = {}
): CaseModel | undefined => {
  const { event, from, to } = CASES[of];
  const model = fitSegments(series, {
    from: choices.from ?? from,
    to,
    transition: yearOfMonth(choices.event ?? event),
    withTransition: choices.withTransition ?? false
  });
  return model && { ...model, residuals: judgeResiduals(model.durbinWatson, designOf(model)) };
};
