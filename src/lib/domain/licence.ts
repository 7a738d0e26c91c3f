/** The licence under which every figure was published. */
export const LICENCE = {
  name: 'Open Government Licence v3.0',
  url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'
} as const;

/** The words that the licence asks for: before its name, so that a page can link it, and in one sentence. */
export const LICENSED_UNDER = 'Contains public sector information licensed under the';
export const LICENCE_STATEMENT = `${LICENSED_UNDER} ${LICENCE.name}.`;

/** The publishers of the figures, and the whole attribution that a file carries. */
export const PUBLISHERS =
  'Department for Education, Cafcass, Office for National Statistics, Ministry of Housing, Communities and Local Government';
export const ATTRIBUTION = `${LICENCE_STATEMENT} Source: ${PUBLISHERS}`;
