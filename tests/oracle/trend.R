# The chi-squared of the recent trend with R's weighted lm, for referrals of the five years to 2025: every council with all five.
source("tests/oracle/councils.R")

# Byar's interval from a count of 10, exact below, as in Fingertips.
width <- function(x) {
  z <- qnorm(0.975)
  byar <- (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)))^3 - x * (1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3
  exact <- qchisq(0.975, 2 * x + 2) / 2 - qchisq(0.025, 2 * x) / 2
  ifelse(x >= 10, byar, exact)
}

years <- lapply(2021:2025, function(year) cbind(year, councils("referrals_and_assessments", "referrals", year)))
all <- do.call(rbind, years)
keep <- names(which(table(all$key) == 5))
all <- all[all$key %in% keep, ]
all <- all[order(all$key, all$year), ]
results <- do.call(rbind, lapply(keep, function(key) {
  own <- all[all$key == key, ]
  w <- (3.92 / (width(own$count) / own$size * 10000))^2
  fit <- summary(lm(I(count / size * 10000) ~ year, data = own, weights = w))
  slope <- fit$coefficients["year", ]
  data.frame(key, slope = unname(slope[1]), chi_squared = unname((slope[1] / (slope[2] / fit$sigma))^2))
}))
save_results(all, "trend-areas")
save_results(results, "trend")
