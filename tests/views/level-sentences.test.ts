import { expect, it } from 'vitest';
import { CATALOGUE, measureOf } from '#lib/domain/catalogue/index.ts';
import { describeLevel } from '#lib/figures/time/sentences.ts';
import { areaOf, fileOf } from '../site.ts';

/*
 * The sentence of each way in which a measure is counted, with the column whose figures it is said of. The figures are made up.
 */

it.each([
  [
    'looked-after',
    'rate',
    'children_looked_after.looked_after_31_march_rate',
    'On 31 March 2031, there were 12.3 children looked after for every 10,000 children living in Haringey.'
  ],
  [
    'looked-after',
    'number',
    'children_looked_after.looked_after_31_march',
    'On 31 March 2031, there were 1,234 children looked after by Haringey.'
  ],
  [
    'child-protection-plans',
    'rate',
    'child_protection_plans.on_plan_31_march_rate',
    'On 31 March 2031, there were 12.3 children subject of a child protection plan for every 10,000 children living in Haringey.'
  ],
  [
    'child-protection-plans',
    'number',
    'child_protection_plans.on_plan_31_march',
    'On 31 March 2031, there were 1,234 children subject of a child protection plan in Haringey.'
  ],
  [
    'children-in-need',
    'rate',
    'children_in_need.in_need_31_march_rate',
    'On 31 March 2031, there were 12.3 children in need for every 10,000 children living in Haringey.'
  ],
  [
    'children-in-need',
    'number',
    'children_in_need.in_need_31_march',
    'On 31 March 2031, there were 1,234 children in need in Haringey.'
  ],
  [
    'starting-to-be-looked-after',
    'rate',
    'children_looked_after.started_rate',
    'In the year to 31 March 2031, there were 12.3 children starting to be looked after for every 10,000 children living in Haringey.'
  ],
  [
    'starting-to-be-looked-after',
    'number',
    'children_looked_after.started',
    'In the year to 31 March 2031, there were 1,234 children starting to be looked after by Haringey.'
  ],
  [
    'ceasing-to-be-looked-after',
    'rate',
    'children_looked_after.ceased_rate',
    'In the year to 31 March 2031, there were 12.3 children ceasing to be looked after for every 10,000 children living in Haringey.'
  ],
  [
    'ceasing-to-be-looked-after',
    'number',
    'children_looked_after.ceased',
    'In the year to 31 March 2031, there were 1,234 children ceasing to be looked after by Haringey.'
  ],
  [
    'taken-into-care',
    'number',
    'children_looked_after.taken_into_care',
    'In the year to 31 March 2031, there were 1,234 children taken into care by Haringey.'
  ],
  [
    'asylum-seeking-children',
    'number',
    'children_looked_after.asylum_seeking_31_march',
    'On 31 March 2031, there were 1,234 unaccompanied asylum-seeking children looked after by Haringey.'
  ],
  [
    'adoptions',
    'number',
    'children_looked_after.adopted',
    'In the year to 31 March 2031, 1,234 of the children looked after by Haringey were adopted.'
  ],
  [
    'legal-status',
    'number',
    'looked_after_by_legal_status.looked_after_31_march',
    'On 31 March 2031, there were 1,234 children looked after in Haringey under this status: care order (full or interim).'
  ],
  [
    'category-of-need',
    'number',
    'children_starting_to_be_looked_after_by_need.started',
    'In the year to 31 March 2031, there were 1,234 children starting to be looked after in Haringey with this main reason: abuse or neglect.'
  ],
  [
    'plans-started',
    'rate',
    'child_protection_plans.started_rate',
    'In the year to 31 March 2031, there were 12.3 child protection plans started for every 10,000 children living in Haringey.'
  ],
  [
    'plans-started',
    'number',
    'child_protection_plans.started',
    'In the year to 31 March 2031, there were 1,234 child protection plans started in Haringey.'
  ],
  [
    'plans-ended',
    'number',
    'child_protection_plans.ended',
    'In the year to 31 March 2031, there were 1,234 child protection plans ended in Haringey.'
  ],
  [
    'second-or-subsequent-plans',
    'percent',
    'child_protection_plans.second_or_subsequent_percent',
    'In the year to 31 March 2031, 12.3% of the child protection plans started in Haringey were for a child who had been on a plan before.'
  ],
  [
    'plans-of-two-years-or-more',
    'percent',
    'child_protection_plans.two_years_or_more_percent',
    'On 31 March 2031, 12.3% of the child protection plans in Haringey had lasted two years or more.'
  ],
  [
    'category-of-abuse',
    'number',
    'child_protection_plans_by_category_of_abuse.on_plan_31_march',
    'On 31 March 2031, there were 1,234 children subject of a plan in Haringey with this category first recorded: neglect.'
  ],
  [
    'category-of-abuse',
    'started',
    'child_protection_plans_by_category_of_abuse.started',
    'In the year to 31 March 2031, there were 1,234 plans started in Haringey with this category first recorded: neglect.'
  ],
  [
    'section-47-enquiries',
    'rate',
    'referrals_and_assessments.section_47_enquiries_rate',
    'In the year to 31 March 2031, there were 12.3 section 47 enquiries for every 10,000 children living in Haringey.'
  ],
  [
    'section-47-enquiries',
    'number',
    'referrals_and_assessments.section_47_enquiries',
    'In the year to 31 March 2031, there were 1,234 section 47 enquiries in Haringey.'
  ],
  [
    'initial-conferences',
    'rate',
    'referrals_and_assessments.initial_conferences_rate',
    'In the year to 31 March 2031, there were 12.3 initial child protection conferences for every 10,000 children living in Haringey.'
  ],
  [
    'initial-conferences',
    'number',
    'referrals_and_assessments.initial_conferences',
    'In the year to 31 March 2031, there were 1,234 initial child protection conferences in Haringey.'
  ],
  [
    'referrals',
    'rate',
    'referrals_and_assessments.referrals_rate',
    'In the year to 31 March 2031, there were 12.3 referrals for every 10,000 children living in Haringey.'
  ],
  [
    'referrals',
    'number',
    'referrals_and_assessments.referrals',
    'In the year to 31 March 2031, there were 1,234 referrals in Haringey.'
  ],
  ['referrals', 'month', 'referrals_by_month.referrals', 'In June 2031, there were 1,234 referrals in Haringey.'],
  [
    're-referrals',
    'percent',
    'referrals_and_assessments.rereferrals_percent',
    'In the year to 31 March 2031, 12.3% of referrals in Haringey came within 12 months of an earlier one.'
  ],
  [
    'referrals-without-further-action',
    'percent',
    'referrals_and_assessments.no_further_action_percent',
    'In the year to 31 March 2031, 12.3% of referrals in Haringey were closed with no further action.'
  ],
  [
    'assessments',
    'number',
    'referrals_and_assessments.initial_assessments',
    'In the year to 31 March 2031, 1,234 initial assessments were completed in Haringey.'
  ],
  [
    'assessments',
    'number',
    'referrals_and_assessments.core_assessments',
    'In the year to 31 March 2031, 1,234 core assessments were completed in Haringey.'
  ],
  [
    'assessments',
    'number',
    'referrals_and_assessments.single_assessments',
    'In the year to 31 March 2031, 1,234 single assessments were completed in Haringey.'
  ],
  [
    'episodes-of-need',
    'number',
    'children_in_need.any_point',
    'In the year to 31 March 2031, 1,234 episodes of need were open at any point in Haringey.'
  ],
  [
    'episodes-of-need',
    'number',
    'children_in_need.started',
    'In the year to 31 March 2031, 1,234 episodes of need were started in Haringey.'
  ],
  [
    'episodes-of-need',
    'number',
    'children_in_need.ended',
    'In the year to 31 March 2031, 1,234 episodes of need were ended in Haringey.'
  ],
  [
    'care-applications',
    'month',
    'care_applications_by_month.applications',
    'In June 2031, there were 1,234 care applications in Haringey.'
  ],
  [
    'care-applications',
    'rate',
    'care_applications_by_year.applications_rate_as_published',
    'In the year to 31 March 2031, there were 12.3 care applications for every 10,000 children living in Haringey, by the rate printed then.'
  ],
  [
    'care-applications',
    'number',
    'care_applications_by_year.applications',
    'In the year to 31 March 2031, there were 1,234 care applications in Haringey.'
  ],
  [
    'social-worker-vacancies',
    'percent',
    'social_work_workforce.vacancy_rate',
    'On 30 September 2031, 12.3% of children’s social worker posts in Haringey were vacant.'
  ],
  [
    'social-worker-turnover',
    'percent',
    'social_work_workforce.turnover_rate',
    'On 30 September 2031, the turnover of children’s social workers over the year in Haringey was 12.3%.'
  ],
  [
    'agency-social-workers',
    'percent',
    'social_work_workforce.agency_rate',
    'On 30 September 2031, 12.3% of children’s social workers in Haringey were agency workers.'
  ],
  [
    'social-worker-absence',
    'percent',
    'social_work_workforce.absence_rate',
    'On 30 September 2031, the absence rate of children’s social workers over the year in Haringey was 12.3%.'
  ],
  [
    'caseload',
    'average',
    'social_work_workforce.caseload',
    'On 30 September 2031, children’s social workers in Haringey held 12.3 cases each on average.'
  ],
  [
    'social-workers',
    'number',
    'social_work_workforce.social_workers',
    'On 30 September 2031, there were 12.3 children’s social workers (full-time equivalents) in post in Haringey.'
  ],
  [
    'children',
    'number',
    'population_aged_0_to_17.population',
    'In mid-2031, there were 1,234 children aged 0 to 17 in Haringey.'
  ]
])('%s as %s, %s: %s', (slug, unit, source, sentence) => {
  const variant = measureOf(slug)!.variants.find(({ key }) => key === unit)!;
  const { key, dataSet, indicator, lines, filter, timing, dp } = variant;
  const sources = lines ?? [{ indicator, label: filter ? fileOf(slug).variants[key]!.lines[0]!.label : '' }];
  const line = sources.find((each) => `${dataSet}.${each.indicator}` === source);
  expect(line, source).toBeDefined();
  const period = timing === 'month' ? '2031-06' : '2031';
  expect(describeLevel(variant, areaOf('309'), line!.label.toLowerCase(), period, dp ? 12.3 : 1234)).toBe(sentence);
});

it('names figure, place, time and line in the sentence of every measure', () => {
  for (const { slug, variants } of CATALOGUE)
    for (const { sentence, lines, filter } of variants) {
      for (const part of [/\{value\}/, /\{place\}/, /\{[Ww]hen\}/]) expect(sentence, slug).toMatch(part);
      expect(sentence.includes('{line}'), slug).toBe(Boolean(lines ?? filter));
    }
});

it.each([
  ['looked-after', 'there was 1 child looked after by'],
  ['child-protection-plans', 'there was 1 child subject of a child protection plan in'],
  ['children-in-need', 'there was 1 child in need in'],
  ['starting-to-be-looked-after', 'there was 1 child starting to be looked after by'],
  ['ceasing-to-be-looked-after', 'there was 1 child ceasing to be looked after by'],
  ['taken-into-care', 'there was 1 child taken into care by'],
  ['asylum-seeking-children', 'there was 1 unaccompanied asylum-seeking child looked after by'],
  ['adoptions', '1 of the children looked after by Haringey was adopted'],
  ['legal-status', 'there was 1 child looked after in'],
  ['category-of-need', 'there was 1 child starting to be looked after in'],
  ['plans-started', 'there was 1 child protection plan started in'],
  ['plans-ended', 'there was 1 child protection plan ended in'],
  ['category-of-abuse', 'there was 1 child subject of a plan in'],
  ['section-47-enquiries', 'there was 1 section 47 enquiry in'],
  ['initial-conferences', 'there was 1 initial child protection conference in'],
  ['referrals', 'there was 1 referral in'],
  ['assessments', '1 initial assessment was completed in'],
  ['episodes-of-need', '1 episode of need was initial in'],
  ['care-applications', 'there was 1 care application in'],
  ['children', 'there was 1 child aged 0 to 17 in']
])('%s, of one: %s', (slug, words) => {
  const variant = measureOf(slug)!.variants.find(({ key }) => key === 'number')!;
  expect(describeLevel(variant, areaOf('309'), 'initial', '2031', 1)).toContain(words);
});
