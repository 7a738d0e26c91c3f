import { expect, test } from 'vitest';
import { contact, missingContact } from './contact.ts';

test('both addresses, one of them, or none', () => {
  expect(contact({ REPOSITORY_URL: ' https://example.org/code ', CONTACT_EMAIL: 'us@example.org' })).toEqual({
    repository: 'https://example.org/code',
    email: 'us@example.org'
  });
  expect(contact({ CONTACT_EMAIL: 'us@example.org' })).toEqual({ email: 'us@example.org' });
  expect(contact({ REPOSITORY_URL: '' })).toEqual({});
});

test('what is no address is refused, with what was found', () => {
  expect(() => contact({ REPOSITORY_URL: 'http://example.org' })).toThrow('begins with https://, found "http://');
  expect(() => contact({ CONTACT_EMAIL: 'us at example.org' })).toThrow('found "us at example.org"');
  expect(() => contact({ CONTACT_EMAIL: 'us@example.org?body=x' })).toThrow('CONTACT_EMAIL');
});

test('the build warns where it was told neither', () => {
  expect(missingContact({})).toContain('REPOSITORY_URL and CONTACT_EMAIL are not set');
  expect(missingContact({ email: 'us@example.org' })).toBeUndefined();
});
