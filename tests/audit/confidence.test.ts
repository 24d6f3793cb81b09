import { expect, test } from 'vitest';
import { renderText } from '../../core/src/reporters/text.ts';
import { auditFiles, libraryOf, processText, root } from '../workspace/memory.ts';

test('a rule whose law was not read at its source says so in every line and in the result', async () => {
  const files = { [`${root}/refund.process.yaml`]: processText() };
  const rules = [
    { id: 'test/read', applies: 'steps', holds: 'false' },
    { id: 'test/unread', applies: 'steps', holds: 'false', confidence: 'unverified' as const },
  ];
  const { result } = await auditFiles(files, libraryOf(rules), { locale: 'en' });
  const [read, unread] = renderText(result, (_, text) => text).split('\n');
  const line = 'refund.process.yaml:7:3: error: “close” is wrong.';
  expect(read).toBe(`${line} [test/read]`);
  expect(unread).toBe(`${line} [test/unread] (not checked against the primary text)`);
  expect(result.rules.find(({ id }) => id === 'test/unread')).toHaveProperty(
    'confidence',
    'unverified',
  );
  expect(result.rules.find(({ id }) => id === 'test/read')).not.toHaveProperty('confidence');
});
