import { spawnSync } from 'node:child_process';

/**
 * npm hands its settings to the scripts it runs as `npm_*` variables, and an npm started by such
 * a script obeys them: `npm_config_workspace` or `npm_config_local_prefix` of the outer npm would
 * make the inner one install into the wrong folder. Only what says how to reach the registry and
 * where downloads are kept is passed on.
 */
const kept =
  /^npm_config_(registry|cache|userconfig|globalconfig|ca|cafile|proxy|https_proxy|noproxy|strict_ssl|offline|prefer_offline)$/i;

export function withoutNpmVariables(environment) {
  const entries = Object.entries(environment);
  return Object.fromEntries(entries.filter(([name]) => !/^npm_/i.test(name) || kept.test(name)));
}

/** Runs npm to its end, the same npm that runs us if one does; returns its exit code and output. */
export function runNpm(args, { cwd }) {
  const outer = process.env.npm_execpath;
  const [command, ...before] = outer?.endsWith('npm-cli.js') ? [process.execPath, outer] : ['npm'];
  const result = spawnSync(command, [...before, ...args], {
    cwd,
    encoding: 'utf8',
    env: withoutNpmVariables(process.env),
    // npm is a batch file on Windows, and only a shell starts those.
    shell: process.platform === 'win32' && command === 'npm',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.error) throw result.error;
  return { code: result.status ?? 1, output: `${result.stdout ?? ''}${result.stderr ?? ''}` };
}
