/**
 * Limits of Durbin and Watson's statistic at the 5% level for ten years and three regressors beside the constant: below the
 * first neighbours are alike, above the second they are not. Source: Savin and White, Econometrica 45 (1977).
 */
export const DURBIN_WATSON_5 = [0.525, 2.016] as const;
