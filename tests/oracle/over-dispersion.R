# Over-dispersion on the logarithm, from its formulas (Spiegelhalter 2005) with R's quantile, and the quasi-Poisson fit of R's glm.
source("tests/oracle/councils.R")

spread <- function(y, centre, s) {
  z <- (y - centre) / s
  ends <- quantile(z, c(0.1, 0.9), type = 7)
  z <- pmin(pmax(z, ends[1]), ends[2])
  w <- 1 / s^2
  n <- length(z)
  phi <- mean(z^2)
  c(phi = phi, tau = sqrt(max(0, (n * phi - (n - 1)) / (sum(w) - sum(w^2) / sum(w)))))
}

deprivation <- open_data("deprivation")
deprivation <- deprivation[deprivation$edition == "2019", ]
scores <- setNames(number(deprivation$idaci_average_score), deprivation$old_la_code)

# Councils younger than the index, with the score of the one that each was part of.
borrowed <- scores
borrowed[c("940", "941", "942", "943")] <- scores[c("928", "928", "909", "909")]

# The standard error of the slope by the sandwich of HC3, with R's own leverages.
slope_error <- function(fit) {
  x <- model.matrix(fit)
  bread <- solve(t(x) %*% (x * fitted(fit)))
  away <- (fit$y - fitted(fit)) / (1 - hatvalues(fit))
  sqrt((bread %*% t(x * away) %*% (x * away) %*% bread)["score", "score"])
}

areas <- NULL
results <- NULL
for (measure in names(measures)) {
  of <- measures[[measure]]
  found <- councils(of[1], of[2], 2025)
  found$score <- scores[found$key]
  rate <- england(of[1], of[2], 2025)
  plain <- spread(log(found$count / found$size), log(rate), 1 / sqrt(rate * found$size))
  scored <- found[!is.na(found$score), ]
  fit <- glm(count ~ score + offset(log(size)), family = quasipoisson, data = scored, epsilon = 1e-14)
  left <- spread(log(scored$count), log(fitted(fit)), 1 / sqrt(fitted(fit)))
  table <- summary(fit)$coefficients
  table["score", 2] <- slope_error(fit)
  every <- found
  every$score <- borrowed[found$key]
  every <- every[!is.na(every$score), ]
  of_all <- glm(count ~ score + offset(log(size)), family = quasipoisson, data = every, epsilon = 1e-14)
  left_of_all <- spread(log(every$count), log(fitted(of_all)), 1 / sqrt(fitted(of_all)))
  rows_of_all <- summary(of_all)$coefficients
  rows_of_all["score", 2] <- slope_error(of_all)
  reach <- qnorm(0.999) * sqrt(plain["tau"]^2 + 1 / (rate * found$size))
  found$low <- rate * exp(-reach) * 10000
  found$high <- rate * exp(reach) * 10000
  areas <- rbind(areas, cbind(measure = measure, found))
  results <- rbind(results, data.frame(
    measure, england = rate * 10000, phi = plain["phi"], tau = plain["tau"],
    slope = table["score", 1], error = table["score", 2], dispersion = summary(fit)$dispersion,
    residual_phi = left["phi"], residual_tau = left["tau"], level = table["(Intercept)", 1],
    all_used = nrow(every), all_level = rows_of_all["(Intercept)", 1], all_slope = rows_of_all["score", 1],
    all_error = rows_of_all["score", 2], all_tau = left_of_all["tau"]
  ))
}
save_results(areas, "over-dispersion-areas")
save_results(results, "over-dispersion")
