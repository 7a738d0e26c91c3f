/** Whom the recommendations of Lord Laming’s report are addressed to, in groups that a reader can choose; the names are those of `seeds/recommendations.csv`. */
export const ADDRESSEES = [
  {
    key: 'government',
    label: 'the Government and its departments',
    of: [
      'Government',
      'Department for Children, Schools and Families',
      'Department of Health',
      'Home Office',
      'Ministry of Justice',
      'Department for Innovation, Universities and Skills',
      'Treasury'
    ]
  },
  {
    key: 'inspectors',
    label: 'inspectors',
    of: ['Ofsted', 'Care Quality Commission', 'HMI Constabulary', 'HMI Probation']
  },
  { key: 'councils', label: 'local authorities', of: ['Local authorities'] },
  { key: 'trusts', label: 'children’s trusts', of: ["Children's trusts"] },
  { key: 'boards', label: 'local safeguarding children boards', of: ['Local safeguarding children boards'] },
  {
    key: 'social-work',
    label: 'bodies of social work',
    of: ['Social Work Task Force', "Children's Workforce Development Council", 'General Social Care Council']
  },
  { key: 'unsaid', label: 'not said in the documents', of: [] }
] as const;

export type AddresseeKey = (typeof ADDRESSEES)[number]['key'];
