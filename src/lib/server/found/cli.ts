import { dayOfBuild } from '#lib/server/build-day.ts';
import { contact } from '#lib/server/contact.ts';
import { siteUrl } from '#lib/server/site-url.ts';
import { writeFound } from './write-found.ts';

// tsx src/lib/server/found/cli.ts <folder of the built site>: does nothing where SITE_URL is not set.
const [, , build = 'build'] = process.argv;
const site = siteUrl();
if (site) writeFound(build, site, contact(), dayOfBuild());
