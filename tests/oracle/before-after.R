# Placebo dates with R's lm and predict, the search for a break with strucchange, Durbin and Watson's test with lmtest, and its two
# limits with R's integrate.
source("tests/oracle/councils.R")
library(lmtest)
library(strucchange)

rows <- open_data("children_looked_after")
rows <- rows[rows$geographic_level == "National", ]
rows <- rows[order(rows$time_period), ]
year <- number(rows$time_period)
series <- list(
  looked_after = number(rows$looked_after_31_march), started = number(rows$started), ceased = number(rows$ceased)
)

inputs <- NULL
placebo <- NULL
breaks <- NULL
residuals_ <- NULL
for (name in names(series)) {
  y <- series[[name]]
  inputs <- rbind(inputs, data.frame(series = name, year, value = y))
  for (date in year) {
    chosen <- year %in% c(date - 5:1, date + 1:5)
    if (sum(chosen) < 10) next
    d <- data.frame(y = y[chosen], t = year[chosen] - date, later = as.numeric(year[chosen] > date))
    fit <- lm(y ~ t + later + later:t, data = d)
    band <- predict(fit, data.frame(t = 1:5, later = 0), interval = "prediction")
    after <- d$y[d$later == 1]
    placebo <- rbind(placebo, data.frame(
      series = name, year = date, low_5 = band[5, "lwr"], high_5 = band[5, "upr"],
      outside = sum(after < band[, "lwr"] | after > band[, "upr"])
    ))
  }
  changes <- diff(y)
  tests <- Fstats(changes ~ 1, from = 0.15)
  at <- which.max(tests$Fstats)
  breaks <- rbind(breaks, data.frame(
    # The break point of strucchange is the last place of the earlier part.
    series = name, year = year[-1][tests$breakpoint + 1], sup_f = max(tests$Fstats)
  ))
  for (from in c(1994, 2001, 2004)) {
    chosen <- year >= from & year <= 2014 & year != 2009
    d <- data.frame(y = y[chosen], t = year[chosen] - 2009, later = as.numeric(year[chosen] > 2009))
    fit <- lm(y ~ t + later + later:t, data = d)
    test <- dwtest(fit, exact = TRUE, tol = 1e-14)
    residuals_ <- rbind(residuals_, data.frame(series = name, from, statistic = unname(test$statistic), p = test$p.value))
  }
}

# P(sum of w z^2 < 0) by Imhof's integral.
chance <- function(w) {
  f <- function(u) sapply(u, function(v) sin(sum(atan(w * v)) / 2) / (v * prod((1 + w^2 * v^2)^0.25)))
  0.5 - integrate(f, 0, Inf, rel.tol = 1e-10, subdivisions = 5000)$value / pi
}
limit <- function(e) uniroot(function(x) chance(e - x) - 0.05, c(0.01, 3.9), tol = 1e-11)$root
limits <- NULL
for (k in 1:4) for (n in c(8, 10, 13, 15, 20, 32)) {
  if (n - k - 1 < 3) next
  e <- 2 * (1 - cos(pi * seq_len(n - 1) / n))
  limits <- rbind(limits, data.frame(years = n, predictors = k, lower = limit(e[1:(n - k - 1)]), upper = limit(e[(k + 1):(n - 1)])))
}

save_results(inputs, "england")
save_results(placebo, "placebo")
save_results(breaks, "breaks")
save_results(residuals_, "durbin-watson")
save_results(limits, "durbin-watson-limits")
