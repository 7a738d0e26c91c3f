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

# Year-to-year over-dispersion that grows with the count: Pearson's squares of glm's quasi-binomial fit of each pair of years, their
# power of the count by a quasi-likelihood with the standard deviation going with the mean, and the median level of the pairs.
squares <- do.call(rbind, lapply(2021:2024, function(year) {
  both <- merge(all[all$year == year, ], all[all$year == year + 1, ], by = "key")
  fit <- glm(cbind(count.y, count.x) ~ 1 + offset(log(size.y / size.x)), family = quasibinomial, data = both, epsilon = 1e-14)
  data.frame(year, square = residuals(fit, "pearson")^2, count = both$count.x + both$count.y)
}))
power <- glm(square ~ log(count), family = quasi(link = "log", variance = "mu^2"), data = squares,
  start = c(0, 0.5), epsilon = 1e-14, maxit = 500)
# A few more steps, as glm stops once the deviance settles and the coefficients settle later.
for (i in 1:100) power <- suppressWarnings(update(power, start = coef(power), maxit = 1))
exponent <- unname(coef(power)[2])
levels <- tapply(squares$square / squares$count^exponent, squares$year, function(x) sum(x) / (length(x) - 1))
save_results(data.frame(exponent, factor = median(levels)), "year-dispersion")
