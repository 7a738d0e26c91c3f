# The prior by direct maximisation of the marginal likelihood with R's dnbinom and lbeta, and the distribution of each council's
# rank by numerical integration (no draws): given its own rate, how many others lie above it is Poisson-binomial.
source("tests/oracle/councils.R")

# Maximises and then polishes by Newton's method on a numerical gradient.
maximise <- function(loglik, start) {
  minus <- function(p) -loglik(p)
  found <- nlminb(start, minus, control = list(rel.tol = 1e-15, x.tol = 1e-12, iter.max = 1000))$par
  found <- optim(found, minus, method = "BFGS", control = list(reltol = 1e-16, maxit = 1000))$par
  for (i in 1:3) {
    h <- 1e-4
    g <- sapply(1:2, function(j) { e <- replace(c(0, 0), j, h); (-minus(found + 2 * e) + 8 * minus(found + e) - 8 * minus(found - e) + minus(found - 2 * e)) / (12 * h) })
    H <- optimHess(found, minus)
    found <- found - solve(H, g)
  }
  found
}

rank_distribution <- function(i, above, quantiles) {
  # above(x): for each area the probability that its rate is above x.
  n <- length(quantiles(0.5))
  grid <- (seq_len(200) - 0.5) / 200
  total <- numeric(n)
  for (q in grid) {
    p <- above(quantiles(q)[i])[-i]
    d <- 1
    for (each in p) d <- c(d * (1 - each), 0) + c(0, d * each)
    total <- total + d
  }
  total / length(grid)
}

describe_ranks <- function(keys, above, quantiles) {
  n <- length(keys)
  ends <- floor((n - 1) * c(0.25, 0.5, 0.75)) + 1
  do.call(rbind, lapply(seq_len(n), function(i) {
    d <- rank_distribution(i, above, quantiles)
    from_lowest <- cumsum(rev(d))
    data.frame(
      key = keys[i], expected = sum(seq_len(n) * d),
      first = which(cumsum(d) >= 0.025)[1], last = which(cumsum(d) >= 0.975)[1],
      q1 = from_lowest[ends[1]], q2 = from_lowest[ends[2]] - from_lowest[ends[1]],
      q3 = from_lowest[ends[3]] - from_lowest[ends[2]], q4 = 1 - from_lowest[ends[3]]
    )
  }))
}

priors <- NULL
ranks <- NULL

for (measure in c("looked_after", "starts")) {
  of <- measures[[measure]]
  found <- councils(of[1], of[2], 2025)
  loglik <- function(p) sum(dnbinom(found$count, size = exp(p[1]), mu = exp(p[2]) * found$size, log = TRUE))
  best <- maximise(loglik, c(log(8), log(sum(found$count) / sum(found$size))))
  a <- exp(best[1])
  b <- a / exp(best[2])
  priors <- rbind(priors, data.frame(case = measure, a, b))
  above <- function(x) pgamma(x, a + found$count, b + found$size, lower.tail = FALSE)
  quantiles <- function(q) qgamma(q, a + found$count, b + found$size)
  own <- describe_ranks(found$key, above, quantiles)
  ranks <- rbind(ranks, cbind(case = measure, least = found$count, most = found$count, size = found$size, own))
}

# The same measure with counts as if rounded to 5, and with small counts as if suppressed: the likelihood adds up what each may be.
found <- councils("children_looked_after", "started", 2025)
rounded <- 5 * floor(found$count / 5 + 0.5)
ranges <- list(
  rounded = data.frame(least = pmax(0, rounded - 2), most = rounded + 2, size = found$size),
  suppressed = data.frame(
    least = ifelse(found$count %/% 12 %in% 1:5, 1, found$count %/% 12),
    most = ifelse(found$count %/% 12 %in% 1:5, 5, found$count %/% 12), size = found$size
  )
)
inputs <- NULL
for (case in names(ranges)) {
  own <- ranges[[case]]
  loglik <- function(p) {
    size <- exp(p[1])
    sum(mapply(function(least, most, n) {
      log(sum(dnbinom(least:most, size = size, mu = exp(p[2]) * n)))
    }, own$least, own$most, own$size))
  }
  best <- maximise(loglik, c(log(8), log(sum(own$least + own$most) / 2 / sum(own$size))))
  priors <- rbind(priors, data.frame(case, a = exp(best[1]), b = exp(best[1] - best[2])))
  inputs <- rbind(inputs, cbind(case, key = found$key, own))
}

# A percentage: re-referrals out of referrals, as whole counts.
rows <- open_data("referrals_and_assessments")
rows <- rows[rows$geographic_level == "Local authority" & rows$time_period == 2025, ]
size <- number(rows$referrals)
count <- round(number(rows$rereferrals_percent) / 100 * size)
held <- !is.na(count) & !rows$old_la_code %in% c("201", "420")
found <- data.frame(key = rows$old_la_code[held], least = count[held], most = count[held], size = size[held])
loglik <- function(p) {
  m <- plogis(p[2]); s <- exp(p[1]); a <- m * s; b <- (1 - m) * s
  sum(lchoose(found$size, found$least) + lbeta(a + found$least, b + found$size - found$least) - lbeta(a, b))
}
best <- maximise(loglik, c(3, qlogis(sum(found$least) / sum(found$size))))
a <- plogis(best[2]) * exp(best[1])
b <- (1 - plogis(best[2])) * exp(best[1])
priors <- rbind(priors, data.frame(case = "rereferrals", a, b))
own <- describe_ranks(found$key,
  function(x) pbeta(x, a + found$least, b + found$size - found$least, lower.tail = FALSE),
  function(q) qbeta(q, a + found$least, b + found$size - found$least))
ranks <- rbind(ranks, cbind(case = "rereferrals", found[, c("least", "most", "size")], own))

save_results(priors, "rank-priors")
save_results(ranks, "rank-ranges")
save_results(inputs, "rank-inputs")
