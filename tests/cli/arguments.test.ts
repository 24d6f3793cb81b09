import { describe, expect, test } from 'vitest';
import { flowaudit } from './command.ts';
import { scratch } from './scratch.ts';
import { config, faultyProcess, goodProcess } from './texts.ts';

const files = { 'refund.process.yaml': goodProcess, 'flowaudit.yaml': config };

describe('a wrong argument ends with exit code 2, one line and no result', () => {
  test.each([
    [['chek'], 'there is no command “chek”. See flowaudit --help.'],
    [['check', '--frmat', 'json'], 'there is no option “--frmat”. See flowaudit --help.'],
    [['rules', 'lst'], 'there is no command “lst”. See flowaudit --help.'],
    [['--frmat'], 'there is no option “--frmat”. See flowaudit --help.'],
    [['check', '--output'], '“-o, --output <file>” needs a value. See flowaudit --help.'],
    [
      ['check', '--format', 'xml'],
      '“-f, --format <format>” must be one of: text, json. See flowaudit --help.',
    ],
    [
      ['check', '--locale', 'fr'],
      '“-l, --locale <locale>” must be one of: zh, en. See flowaudit --help.',
    ],
    [
      ['--locale', 'fr', 'check'],
      '“-l, --locale <locale>” must be one of: zh, en. See flowaudit --help.',
    ],
    [
      ['check', '--fail-on', 'fatal'],
      '“--fail-on <severity>” must be one of: error, warning, info, never. See flowaudit --help.',
    ],
    [['check', '--as-of', '2026-02-30'], '“2026-02-30” is no date such as 2026-03-31.'],
    [['check', '--as-of', 'tomorrow'], '“tomorrow” is no date such as 2026-03-31.'],
    [['check', '--config', 'nowhere.yaml'], 'there is no configuration file nowhere.yaml.'],
    [['check', 'sub/*.process.yaml'], '“sub/*.process.yaml” matches no file.'],
    [['explain'], '“rule” is missing. See flowaudit --help.'],
    [['explain', 'a/b', 'c/d'], 'too many arguments. See flowaudit --help.'],
    [
      ['explain', 'structure/every-reference-resolved'],
      'there is no rule “structure/every-reference-resolved”. The nearest is “structure/every-reference-resolves”.',
    ],
    [['explain', 'x'], 'there is no rule “x”.'],
    [
      ['check', '-lzh', '--fail-on', 'fatal'],
      '“--fail-on <severity>”只能是：error, warning, info, never。 请看 flowaudit --help --locale zh。',
    ],
    [['explain', 'x', '--locale=zh'], '没有“x”这条规则。'],
    [['--locale', 'zh', 'chek'], '没有“chek”这个命令。 请看 flowaudit --help --locale zh。'],
    [['check', '--locale', 'zh', '--as-of', '1'], '“1”不是 2026-03-31 这样的日期。'],
  ])('%j', async (args, sentence) => {
    const { exitCode, stdout, stderr } = await flowaudit(args, { cwd: scratch(files) });
    const colon = args.some((arg) => arg.endsWith('zh')) ? '：' : ': ';
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `flowaudit${colon}${sentence}\n`,
    });
  });
});

describe('help', () => {
  const options = {
    check: [
      '--locale',
      '--as-of',
      '--config',
      '--fail-on',
      '--force',
      '--format',
      '--output',
      '--help',
    ],
    report: [
      '--locale',
      '--as-of',
      '--config',
      '--fail-on',
      '--force',
      '--pdf',
      '--output',
      '--help',
    ],
    explain: ['--locale', '--help'],
    init: ['--locale', '--help'],
    'rules list': ['--locale', '--format', '--help'],
  };

  test.each(Object.entries(options))(
    'of %s lists every option, in both languages',
    async (command, names) => {
      const cwd = scratch({});
      const [en, zh] = await Promise.all([
        flowaudit([...command.split(' '), '--help'], { cwd }),
        flowaudit([...command.split(' '), '--help', '--locale', 'zh'], { cwd }),
      ]);
      for (const { exitCode, stdout, stderr } of [en, zh]) {
        const listed = [...stdout.matchAll(/^ +(?:-\w, )?(--[\w-]+)/gm)].map(([, name]) => name);
        expect(listed).toEqual(names);
        expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      }
      expect(en.stdout).toMatch(/^Usage: flowaudit /);
      expect(zh.stdout).toMatch(/^用法： ?flowaudit /);
      expect(en.stdout).not.toMatch(/\p{Script=Han}/u);
      // An option without a Chinese explanation would leave a line without Chinese.
      for (const line of zh.stdout.split('\n').filter((each) => /^ +-/.test(each))) {
        expect(line).toMatch(/\p{Script=Han}/u);
      }
    },
  );

  test('names every command and the exit codes; no argument at all asks for it too', async () => {
    const cwd = scratch({});
    const [asked, bare] = await Promise.all([
      flowaudit(['--help'], { cwd }),
      flowaudit([], { cwd }),
    ]);
    const commands = [...asked.stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    expect(commands).toEqual([
      'check',
      'report',
      'analyze',
      'coverage',
      'explain',
      'init',
      'rules',
    ]);
    expect(asked.stdout).toContain('Exit codes: 0 ');
    expect(bare).toEqual(asked);
    expect(bare.exitCode).toBe(0);
  });
});

test('a group of commands without one shows its commands, and is a wrong argument', async () => {
  const { exitCode, stdout, stderr } = await flowaudit(['rules'], { cwd: scratch({}) });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toMatch(/^Usage: flowaudit rules /);
  expect(stderr).toMatch(/^ {2}list /m);
});

test('--version prints the version of the package', async () => {
  const { exitCode, stdout } = await flowaudit(['--version'], { cwd: scratch({}) });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(exitCode).toBe(0);
});

test('explain prints the page of a rule in the language asked for, before or after the command', async () => {
  const cwd = scratch({});
  const id = 'structure/every-reference-resolves';
  const [en, zh, before] = await Promise.all([
    flowaudit(['explain', id], { cwd }),
    flowaudit(['explain', id, '--locale', 'zh'], { cwd }),
    flowaudit(['--locale', 'zh', 'explain', id], { cwd }),
  ]);
  expect(en.stdout).toMatch(/^# Every reference names something that is declared\n/);
  expect(en.stdout).toContain(`\`${id}\``);
  expect(zh.stdout).toMatch(/^# 引用的编号均已定义\n/);
  expect(before).toEqual(zh);
  expect([en.exitCode, zh.exitCode]).toEqual([0, 0]);
});

describe('the language of the output', () => {
  const faulty = { ...files, 'refund.process.yaml': faultyProcess };
  const english = '“nobody” is not declared under roles; check its spelling or declare it.';
  const chinese = '“nobody”未在 roles 下定义，请核对拼写或补充定义。';

  test.each([
    ['is English where nobody says', config, [], english],
    ['is that of flowaudit.yaml', `${config}locale: zh\n`, [], chinese],
    [
      'is that of --locale before that of flowaudit.yaml',
      `${config}locale: zh\n`,
      ['-l', 'en'],
      english,
    ],
  ])('%s', async (_, text, args, message) => {
    const cwd = scratch({ ...faulty, 'flowaudit.yaml': text });
    const { stdout } = await flowaudit(['check', ...args], { cwd });
    expect(stdout).toContain(message);
  });

  test('may be asked for before the command', async () => {
    const cwd = scratch(faulty);
    const [checked, listed] = await Promise.all([
      flowaudit(['--locale', 'zh', 'check'], { cwd }),
      flowaudit(['rules', '--locale', 'zh', 'list'], { cwd }),
    ]);
    expect(checked.stdout).toContain(chinese);
    expect(listed.stdout).toMatch(
      /^structure\/every-reference-resolves +错误 {2}引用的编号均已定义$/m,
    );
  });
});

describe('a pattern', () => {
  test('finds its files, and one that is named besides is checked once', async () => {
    const cwd = scratch({
      ...files,
      'old/return.process.yaml': goodProcess,
      'notes.yaml': 'a: 1\n',
    });
    const args = ['check', 'refund.process.yaml', '**/*.process.yaml', '--format', 'json'];
    const { exitCode, stdout } = await flowaudit(args, { cwd });
    expect([...stdout.matchAll(/"path": "([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'old/return.process.yaml',
      'refund.process.yaml',
    ]);
    expect(exitCode).toBe(0);
  });

  test('cannot be turned round: what begins with ! is a name', async () => {
    const { exitCode, stderr } = await flowaudit(['check', '!*.process.yaml'], {
      cwd: scratch(files),
    });
    expect(exitCode).toBe(2);
    expect(stderr).toBe('flowaudit: “!*.process.yaml” matches no file.\n');
  });

  test('works below folders whose names look like a pattern', async () => {
    const cwd = scratch({
      'copy (2) [old]/refund.process.yaml': goodProcess,
      'flowaudit.yaml': config,
    });
    const folder = `${cwd}/copy (2) [old]`;
    const [pattern, missing, above] = await Promise.all([
      flowaudit(['check', '*.process.yaml'], { cwd: folder }),
      flowaudit(['check', 'nowhere.process.yaml'], { cwd: folder }),
      flowaudit(['check', '../*/*.process.yaml'], { cwd: folder }),
    ]);
    expect(pattern.stdout).toContain('Verdict: pass.');
    expect(missing.stdout).toContain('nowhere.process.yaml: not checked: The file does not exist.');
    expect(above.stdout).toContain('Verdict: pass.');
  });
});
