# The exact conditional test of two counts with R's poisson.test and pbinom, the score test of two proportions with prop.test,
# Newcombe's interval from prop.test's Wilson intervals, false discovery rates with p.adjust, and year-to-year over-dispersion
# with glm's quasi-binomial family.
source("tests/oracle/councils.R")

two_sided <- function(x1, x2, n1, n2, phi) {
  p <- n2 / (n1 + n2)
  tail <- min(pbinom(x2, x1 + x2, p), pbinom(x2 - 1, x1 + x2, p, lower.tail = FALSE))
  min(1, 2 * pnorm(-abs(min(0, qnorm(min(tail, 0.5)))) / sqrt(phi)))
}

rates <- NULL
dispersions <- NULL
areas <- NULL
for (measure in c("looked_after", "starts", "referrals")) {
  of <- measures[[measure]]
  both <- merge(councils(of[1], of[2], 2024), councils(of[1], of[2], 2025), by = "key")
  fit <- glm(cbind(count.y, count.x) ~ 1 + offset(log(size.y / size.x)), family = quasibinomial, data = both, epsilon = 1e-14)
  phi <- summary(fit)$dispersion
  dispersions <- rbind(dispersions, data.frame(measure, phi, areas = nrow(both)))
  own <- do.call(rbind, lapply(seq_len(nrow(both)), function(i) {
    row <- both[i, ]
    scaled <- max(1, phi)
    ends <- function(scale) {
      # Of second over first, so the second comes first in the call.
      poisson.test(c(row$count.y, row$count.x), c(row$size.y, row$size.x),
        conf.level = 1 - 2 * pnorm(-qnorm(0.975) * sqrt(scale))
      )$conf.int
    }
    # poisson.test's level is too near 1 to hold the tail of a large dispersion.
    data.frame(
      measure, key = row$key, x1 = row$count.x, x2 = row$count.y, n1 = row$size.x, n2 = row$size.y,
      p = two_sided(row$count.x, row$count.y, row$size.x, row$size.y, 1), low = ends(1)[1], high = ends(1)[2],
      scaled_p = two_sided(row$count.x, row$count.y, row$size.x, row$size.y, scaled),
      scaled_low = if (scaled < 5) ends(scaled)[1] else NA, scaled_high = if (scaled < 5) ends(scaled)[2] else NA
    )
  }))
  own$fdr <- p.adjust(own$p, "BH")
  own$scaled_fdr <- p.adjust(own$scaled_p, "BH")
  rates <- rbind(rates, own)
}
save_results(rates, "change-rates")
save_results(dispersions, "change-dispersions")

cases <- data.frame(
  x1 = c(13, 65, 1, 200, 0, 480, 10, 99),
  n1 = c(100, 100, 40, 1000, 50, 500, 30, 100),
  x2 = c(25, 60, 9, 260, 4, 490, 10, 90),
  n2 = c(110, 100, 45, 1100, 55, 520, 33, 100)
)
wilson_ends <- function(x, n, phi) {
  p <- x / n
  z <- qnorm(0.975) * sqrt(phi)
  if (phi == 1) return(prop.test(x, n, correct = FALSE)$conf.int)
  (p + z^2 / (2 * n) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n)
}
shares <- NULL
for (phi in c(1, 2.5)) for (i in seq_len(nrow(cases))) {
  with(cases[i, ], {
    test <- suppressWarnings(prop.test(c(x1, x2), c(n1, n2), correct = FALSE))
    first <- suppressWarnings(wilson_ends(x1, n1, phi))
    second <- suppressWarnings(wilson_ends(x2, n2, phi))
    d <- x2 / n2 - x1 / n1
    shares <<- rbind(shares, data.frame(
      x1, n1, x2, n2, phi,
      p = 2 * pnorm(-sqrt(test$statistic / phi)),
      low = 100 * (d - sqrt((x2 / n2 - second[1])^2 + (first[2] - x1 / n1)^2)),
      high = 100 * (d + sqrt((second[2] - x2 / n2)^2 + (x1 / n1 - first[1])^2))
    ))
  })
}
save_results(shares, "change-shares")
