import { createServer, request } from 'node:http';

// WebKit's driver tells nothing of the console. So for WebKit the site is served through a server of our own that adds one
// script to the top of each page, which keeps the errors that it hears of. All else passes unchanged.

/** Runs in the page, before any script of the site. */
function probe() {
  /** @type {string[]} */
  const errors = [];
  Object.assign(globalThis, { walkErrors: errors });
  const report = console.error.bind(console);
  console.error = (...things) => {
    errors.push(`console: ${things.map(String).join(' ')}`);
    report(...things);
  };
  addEventListener('unhandledrejection', ({ reason }) => errors.push(`unhandled: ${String(reason)}`));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    errors.push(`policy: ${violatedDirective} ${blockedURI}`)
  );
  // In the capture phase a file that does not arrive is heard of too.
  addEventListener(
    'error',
    ({ target, message }) => {
      const address = target instanceof Element ? (target.getAttribute('src') ?? target.getAttribute('href')) : null;
      errors.push(address === null ? `error: ${message}` : `did not arrive: ${address}`);
    },
    true
  );
}

const SCRIPT = '/walk-probe.js';

/**
 * Serves a site once more, with the probe in its pages.
 * @param {string} site its address
 */
export async function withProbe(site) {
  const { hostname, port } = new URL(site);
  const server = createServer((incoming, outgoing) => {
    if (incoming.url === SCRIPT) {
      outgoing.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' });
      outgoing.end(`(${probe})();`);
      return;
    }
    // A page is changed, so it must come whole and not compressed.
    const headers = { ...incoming.headers };
    delete headers['if-none-match'];
    if (headers.accept?.includes('text/html')) delete headers['accept-encoding'];
    request({ hostname, port, path: incoming.url, method: incoming.method, headers }, (answer) => {
      const isHtml = answer.headers['content-type']?.startsWith('text/html');
      if (!isHtml) {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      delete answer.headers['content-length'];
      /** @type {Buffer[]} */
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => {
        const page = Buffer.concat(chunks).toString('utf8');
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        outgoing.end(page.replace('<head>', `<head><script src="${SCRIPT}"></script>`));
      });
    })
      .on('error', () => outgoing.destroy())
      .end();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('expected a port, found none');
  const own = new URL(`http://localhost:${address.port}/`);
  return {
    /** @param {string} page an address of the site */
    addressOf: (page) => {
      const { pathname, search, hash } = new URL(page);
      return new URL(`${pathname}${search}${hash}`, own).href;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    }
  };
}
