import type { Component } from 'svelte';
import { render } from 'svelte/server';

/**
 * A component as markup that the browser puts on the page as it is: without the comments that hydration would need, and with
 * shapes of drawings closed in themselves.
 */
export const renderMarkup = <Props extends Record<string, unknown>>(
  component: Component<Props>,
  props: Props
): string =>
  render(component as Component<Record<string, unknown>>, { props })
    .body.replace(/<!--.*?-->/gs, '')
    .replace(/><\/(?:path|circle)>/g, '/>');
