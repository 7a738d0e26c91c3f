/**
 * A Vite plugin for `worker.plugins` that fails the build when a chunk of a worker imports the worker's entry: WebKit evaluates
 * the entry again for such an import, so that two copies of it answer each message.
 * @returns {import('vite').Plugin}
 */
export const workerEntryGuard = () => ({
  name: 'worker-entry-guard',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
    const entries = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
    for (const { fileName, imports, dynamicImports } of chunks)
      for (const imported of [...imports, ...dynamicImports])
        if (entries.has(imported))
          this.error(`${fileName}: expected no import of the worker's entry, found ${imported}`);
  }
});
