import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// The theme changes colours and nothing else.
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/**
 * Axe on a page as it stands, with all its rules. No page of the site holds another, so axe comes to its end in the page
 * itself, not in a window opened for it each time; and what is right need not be named place by place.
 */
export const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();

/** "rule, where, what it asks" of everything that axe finds; in the dark theme of what it finds of colours. */
export const violations = async (page: Page, theme: 'light' | 'dark'): Promise<string[]> => {
  const { violations } = await (
    theme === 'light' ? axe(page).withTags(TAGS) : axe(page).withRules(OF_COLOUR)
  ).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary, target }) =>
      [id, target.join(' '), html.slice(0, 160), failureSummary?.split('\n').at(1)?.trim()].join(' | ')
    )
  );
};
