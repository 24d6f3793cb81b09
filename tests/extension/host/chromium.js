import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

/**
 * The Chromium to drive: the one the machine has, else the packaged one. The packaged one gets
 * its own copies of the libraries that a machine without a desktop lacks (NSS above all); they
 * are on the library path of Chromium only. `directory` takes a settings file.
 */
export function findChromium(hostDirectory, directory) {
  const unpacked = join(hostDirectory, 'chromium');
  const fonts = join(directory, 'fonts.conf');
  writeFileSync(fonts, fontSettings(hostDirectory));
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) {
    throw new Error(`CHROME_PATH names ${named}, and there is no such file.`);
  }
  const installed = [named, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  );
  return installed
    ? { executablePath: installed, env: { FONTCONFIG_FILE: fonts } }
    : {
        executablePath: join(unpacked, 'chromium'),
        env: { FONTCONFIG_FILE: fonts, LD_LIBRARY_PATH: join(unpacked, 'lib') },
      };
}

/**
 * Unpacks @sparticuz/chromium. Its own code would unpack into the temporary folder that every
 * user of the machine shares, and only sets the libraries up when it runs in a cloud function.
 */
export async function unpackChromium(hostDirectory) {
  const { extract } = createRequire(join(hostDirectory, 'package.json'))('tar-fs');
  const packed = join(hostDirectory, 'node_modules', '@sparticuz', 'chromium', 'bin');
  const target = join(hostDirectory, 'chromium');
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(target, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });

  const unpack = (name, into) =>
    pipeline(createReadStream(join(packed, name)), createBrotliDecompress(), into);
  await unpack('chromium.br', createWriteStream(join(unfinished, 'chromium'), { mode: 0o755 }));
  await unpack('al2023.tar.br', extract(unfinished));
  await unpack('fonts.tar.br', extract(unfinished));
  renameSync(unfinished, target);
}

/**
 * The fonts of the machine, then the packaged Open Sans (a machine may have no font at all), then
 * the Noto Sans SC of our own reports, so that Chinese text shows on any machine.
 */
function fontSettings(hostDirectory) {
  const modules = join(hostDirectory, '..', '..', 'node_modules');
  const noto = join(modules, '@expo-google-fonts', 'noto-sans-sc');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(hostDirectory, 'chromium', 'fonts')}</dir>
  <dir>${join(noto, '400Regular')}</dir>
  <dir>${join(noto, '700Bold')}</dir>
  <cachedir>${join(hostDirectory, 'chromium', 'font-cache')}</cachedir>
</fontconfig>
`;
}
