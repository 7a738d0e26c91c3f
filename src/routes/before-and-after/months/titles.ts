/** Names of the drawings. */
export const TITLES = {
  title: 'Care applications by month around the case, England',
  whole: 'Care applications by month, England',
  flows: 'Referrals to children’s social care by month, England'
} as const;
