/**
 * The VS Code server, started by `server.js`. The pipe on its standard input closes when the
 * process that holds the other end is gone, however it died; then the whole process group ends.
 */
import { pathToFileURL } from 'node:url';

import { serverMain } from './install.js';

process.stdin.resume().once('close', () => process.kill(-process.pid, 'SIGKILL'));
await import(pathToFileURL(serverMain).href);
