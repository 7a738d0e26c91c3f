import { ensureBuilt, site } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { stop } from './run.mjs';

try {
  await ensureInstalled();
  // After the installation, because it imports a package.
  const { claim, serve, toPort } = await import('./serve.mjs');
  const address = { host: process.env.HOST || '127.0.0.1', port: toPort(process.env.PORT || '4173') };
  // Before the build, which takes a minute: a port that is taken is better known at once.
  await claim(address);
  await ensureBuilt();
  const server = await serve({ dir: site, ...address });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close());
  console.log(`Per 10,000 is at ${server.url}`);
} catch (error) {
  stop(error);
}
