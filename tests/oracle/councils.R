# Reads councils' counts and children from data/ for the scripts of this folder. Run from the root of the project.

options(digits = 15, scipen = 20)

open_data <- function(name) {
  read.csv(file.path("data", paste0(name, ".csv")), colClasses = "character", check.names = FALSE, encoding = "UTF-8")
}

# A code such as "c" or "x" is no number.
number <- function(cell) suppressWarnings(as.numeric(cell))

population <- open_data("population_aged_0_to_17")

# Children of the middle of the year before, by three-digit code.
children <- function(year) {
  rows <- population[population$geographic_level == "Local authority" & population$time_period == year - 1, ]
  setNames(number(rows$population), rows$old_la_code)
}

# Councils with both a count and children, without City of London (201) and Isles of Scilly (420).
councils <- function(data_set, indicator, year) {
  rows <- open_data(data_set)
  rows <- rows[rows$geographic_level == "Local authority" & rows$time_period == year, ]
  rows <- rows[!rows$old_la_code %in% c("201", "420"), ]
  found <- data.frame(
    key = rows$old_la_code,
    count = number(rows[[indicator]]),
    size = children(year)[rows$old_la_code]
  )
  found <- found[!is.na(found$count) & !is.na(found$size), ]
  found[order(found$key), ]
}

# England's count over England's children.
england <- function(data_set, indicator, year) {
  rows <- open_data(data_set)
  count <- number(rows[rows$geographic_level == "National" & rows$time_period == year, indicator])
  base <- population[population$geographic_level == "National" & population$time_period == year - 1, "population"]
  count / number(base)
}

measures <- list(
  looked_after = c("children_looked_after", "looked_after_31_march"),
  plans = c("child_protection_plans", "on_plan_31_march"),
  in_need = c("children_in_need", "in_need_31_march"),
  section_47 = c("referrals_and_assessments", "section_47_enquiries"),
  starts = c("children_looked_after", "started"),
  plans_started = c("child_protection_plans", "started"),
  conferences = c("referrals_and_assessments", "initial_conferences"),
  referrals = c("referrals_and_assessments", "referrals")
)

# Writes a table of results, numbers to 15 digits, beside the scripts.
save_results <- function(table, name) {
  for (column in names(table)) {
    if (is.numeric(table[[column]])) table[[column]] <- format(table[[column]], digits = 15, trim = TRUE)
  }
  write.csv(table, file.path("tests/oracle/results", paste0(name, ".csv")), row.names = FALSE, quote = FALSE)
}
