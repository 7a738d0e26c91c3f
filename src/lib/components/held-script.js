/** What stands after held markup as the page's script; the content security policy knows it by its hash (svelte.config.js). */
export const SHOW_HELD = 'showHeld(document.currentScript)';
