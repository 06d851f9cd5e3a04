// What `npm run demo` and `npm test` do before anything else, from a fresh clone: check Node, install, find a browser,
// build. Plain JavaScript without a package, since it runs before there are any. Each step is skipped when it is done.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
process.chdir(root);
const goal = process.argv[2] === 'test' ? 'test' : 'demo';

const INSTALLED = 'node_modules/.kiosk-lock';
const BUILT = 'dist/.kiosk-build';
const SHOP_SOURCES = ['app', 'components', 'lib', 'proxy.ts', 'instrumentation.ts', 'package-lock.json'];
const CONFIGS = ['next.config.js', 'vite.config.ts', 'tsconfig.json', 'tsconfig.build.json', 'postcss.config.mjs'];
const SCREENS = 'e2e/simulator/screens';
const SCREEN_SOURCES = [SCREENS, 'e2e/simulator/messenger', 'package-lock.json'];

checkNode();
install();
if (goal === 'test') provideChromium();
build();

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  end(`Kiosk needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org.`);
}

function install() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === lock) return;
  if (existsSync(INSTALLED) || !installedByHand()) {
    say('Installing packages (once; about a minute) …');
    // npm tells its children where it lives; started without npm, the one on the path will do.
    const npm = process.env.npm_execpath;
    const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
    run(command, [...args, 'ci', '--include=dev', '--no-audit', '--no-fund'], 'npm ci failed: see above.');
  }
  writeFileSync(INSTALLED, lock);
}

/** npm leaves a note of its own, which is newer than the lock when somebody ran `npm ci` after the last change. */
function installedByHand() {
  const note = 'node_modules/.package-lock.json';
  return existsSync(note) && statSync(note).mtimeMs >= statSync('package-lock.json').mtimeMs;
}

function provideChromium() {
  if (findChromium()) return;
  say('No Chromium found: getting one …');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    tryRun('apt-get', ['update', '-q']);
    tryRun('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
    if (findChromium()) return;
  }
  tryRun(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']);
  if (findChromium()) return;
  end('The stories need a Chromium. Install one and set CHROMIUM_PATH to it.');
}

/** One that runs: on some systems /usr/bin/chromium is only a signpost to another package manager. */
function findChromium() {
  const places = JSON.parse(readFileSync('e2e/chromium-places.json', 'utf8'));
  const { chromium } = createRequire(path.join(root, 'package.json'))('playwright');
  const candidates = [process.env.CHROMIUM_PATH, ...places, chromium.executablePath()];
  return candidates.find((file) => file && existsSync(file) && spawnSync(file, ['--version'], quiet()).status === 0);
}

function build() {
  const before = existsSync(BUILT) ? JSON.parse(readFileSync(BUILT, 'utf8')) : {};
  const now = { shop: hashOf([...SHOP_SOURCES, ...CONFIGS]), screens: hashOf(SCREEN_SOURCES) };
  const whole = (...files) => files.every((file) => existsSync(file));
  if (before.shop !== now.shop || !whole('.next/BUILD_ID', 'dist/start.js', 'dist/worker.js', 'dist/visit.js')) {
    say('Building the shop …');
    run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], 'next build failed: see above.');
    run(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], 'vite build failed: see above.');
  }
  if (before.screens !== now.screens || !whole(`${SCREENS}/dist/index.html`)) {
    say('Building the simulator’s screens …');
    const config = `${SCREENS}/vite.config.ts`;
    run(
      process.execPath,
      ['node_modules/vite/bin/vite.js', 'build', '--config', config],
      'vite build failed: see above.',
    );
  }
  mkdirSync('dist', { recursive: true });
  writeFileSync(BUILT, JSON.stringify(now));
}

/** Over the names and contents of all files below the places, but not of tests or what a build made. */
function hashOf(places) {
  const hash = createHash('sha256');
  for (const place of places) {
    if (!existsSync(place)) continue;
    const isFolder = statSync(place).isDirectory();
    const files = isFolder ? readdirSync(place, { recursive: true, withFileTypes: true }) : [];
    const names = files
      .filter((file) => file.isFile())
      .map((file) => path.join(file.parentPath ?? file.path, file.name));
    for (const name of (isFolder ? names : [place]).sort()) {
      if (/\.test\.tsx?$|[\\/]dist[\\/]/.test(name)) continue;
      hash.update(name).update('\0').update(readFileSync(name)).update('\0');
    }
  }
  return hash.digest('hex');
}

function run(command, args, problem) {
  if (!tryRun(command, args)) end(problem);
}

function tryRun(command, args) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', DEBIAN_FRONTEND: 'noninteractive' };
  delete env.NODE_ENV; // `next build` wants its own; an inherited "test" or "development" would spoil it
  const done = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  return done.status === 0;
}

function quiet() {
  return { stdio: 'ignore', timeout: 20_000 };
}

function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

function end(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
