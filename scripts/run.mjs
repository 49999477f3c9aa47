// The first thing that runs on a fresh clone, so it needs nothing but Node 20: it installs the
// packages if they are missing or outdated, then runs scripts/NAME.ts under the project's own Node.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, 'node_modules');
const bin = path.join(modules, '.bin');
const stamp = path.join(modules, '.salesmemory-stamp');
const nodeBinary = path.join(modules, 'node', 'bin', 'node');

function fail(...lines) {
  console.error(`✗ ${lines.join('\n  ')}`);
  process.exit(1);
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function lockHash() {
  return createHash('sha256')
    .update(`${process.platform} ${process.arch}\n`)
    .update(read(path.join(root, 'package-lock.json')))
    .digest('hex');
}

/**
 * Whether what npm says it installed is what the lock file asks for, and is still there. Packages
 * that someone installed by hand are left alone if they fit.
 */
function isComplete() {
  try {
    const wanted = JSON.parse(read(path.join(root, 'package-lock.json'))).packages;
    const found = JSON.parse(read(path.join(modules, '.package-lock.json'))).packages;
    const fits = ([at, entry]) =>
      at === '' || entry.optional || found[at]?.version === entry.version;
    const isThere = (at) => fs.existsSync(path.join(root, at, 'package.json'));
    return Object.entries(wanted).every(fits) && Object.keys(found).every(isThere);
  } catch {
    return false;
  }
}

function nodeWorks() {
  const wanted = JSON.parse(read(path.join(modules, 'node', 'package.json')) || '{}').version;
  const said = spawnSync(nodeBinary, ['--version'], { encoding: 'utf8' }).stdout ?? '';
  return Boolean(wanted) && said.trim() === `v${wanted}`;
}

/**
 * The environment for npm and its install scripts: without this project's .bin, whose Node is the
 * one being replaced, and without what an outer `npm run` says about itself.
 */
function cleanEnvironment() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^npm_(package|lifecycle)_|^npm_config_(global|local)_?prefix$/.test(name)) {
      delete env[name];
    }
  }
  const inside = (folder) => folder.startsWith(modules + path.sep);
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => !inside(folder));
  if (!inside(process.execPath)) folders.unshift(path.dirname(process.execPath));
  return { ...env, PATH: folders.join(path.delimiter) };
}

function quietly(command, args, options) {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', ...options });
  return {
    ok: done.status === 0,
    output: `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`,
  };
}

function lastLines(text, count = 12) {
  return text
    .trim()
    .split('\n')
    .slice(-count)
    .map((line) => `  ${line}`)
    .join('\n');
}

function installPackages() {
  console.error('→ Installing packages… (about half a minute, once)');
  const env = cleanEnvironment();
  const flags = ['--no-audit', '--no-fund', '--loglevel=error'];
  let npm = quietly('npm', ['ci', ...flags], { env });
  // A registry that lacks other platforms' packages makes `npm ci` call the lock file outdated.
  if (!npm.ok && /EUSAGE/.test(npm.output)) {
    npm = quietly('npm', ['install', '--no-save', ...flags], { env });
  }
  if (npm.ok) return;
  console.error(lastLines(npm.output));
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET/.test(npm.output)) {
    fail(
      'The packages could not be installed: the npm registry cannot be reached.',
      'Check the network or the proxy (npm config get registry), and run this again.',
    );
  }
  fail('The packages could not be installed.', 'npm said why above. Fix that and run this again.');
}

function installNode() {
  if (nodeWorks()) return;
  // npm may be told to skip install scripts; this is the one that the project can't do without.
  // Run by the very Node that npm has just replaced, there is only the other one left.
  const node = fs.existsSync(process.execPath) ? process.execPath : 'node';
  const installer = quietly(node, ['installArchSpecificPackage.js'], {
    cwd: path.join(modules, 'node'),
    env: cleanEnvironment(),
  });
  if (nodeWorks()) return;
  console.error(lastLines(installer.output));
  fail(
    'The Node.js that this project runs on could not be installed.',
    'Remove node_modules and run this again; or check that npm may reach its registry.',
  );
}

function prepareTypes() {
  if (fs.existsSync(path.join(root, '.wxt', 'tsconfig.json'))) return;
  const wxt = path.join(modules, 'wxt', 'bin', 'wxt.mjs');
  const prepared = quietly(nodeBinary, [wxt, 'prepare'], { env: projectEnvironment() });
  if (prepared.ok) return;
  console.error(lastLines(prepared.output));
  fail('WXT could not prepare the project.', 'It said why above.');
}

/** The project's Node first: npm links it into .bin only where its install script ran in time. */
function projectEnvironment() {
  const folders = [path.dirname(nodeBinary), bin, process.env.PATH ?? ''];
  return { ...process.env, PATH: folders.join(path.delimiter) };
}

function ready() {
  const prepared = fs.existsSync(path.join(root, '.wxt', 'tsconfig.json'));
  return prepared && read(stamp) === lockHash() && isComplete() && nodeWorks();
}

async function prepare() {
  if (ready()) return;
  await withLock(
    path.join(root, '.salesmemory', 'install.lock'),
    () => {
      const foreign = fs.existsSync(nodeBinary) && !nodeWorks();
      if (foreign || !isComplete()) installPackages();
      installNode();
      fs.writeFileSync(stamp, lockHash());
      prepareTypes();
    },
    () => console.error('→ Another command is installing the packages; waiting for it…'),
  );
}

function runScript(name, args) {
  const child = spawn(
    nodeBinary,
    ['--import', 'tsx', path.join(root, 'scripts', `${name}.ts`), ...args],
    { cwd: root, env: projectEnvironment(), stdio: 'inherit' },
  );
  // SIGINT goes on as SIGTERM: from a terminal the script has had the first one already, and a second
  // would cut its goodbye short.
  const end = () => child.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  // When npm itself is ended, the shell between it and this process goes, and says nothing.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), 500);
  child.on('error', (error) => fail(`scripts/${name}.ts could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

if (process.platform === 'win32') {
  fail('SalesMemory is built and run on Linux or macOS.', 'On Windows, use WSL: wsl --install');
}
if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(
    `Node.js 20 or newer is needed; this is ${process.versions.node}.`,
    'Install a newer one from https://nodejs.org and run this again.',
  );
}
const [name = '', ...args] = process.argv.slice(2);
if (!/^[a-z-]+$/.test(name) || !fs.existsSync(path.join(root, 'scripts', `${name}.ts`))) {
  fail(`There is no command "${name}".`, 'See "scripts" in package.json.');
}
try {
  await prepare();
} catch (error) {
  fail(`The project could not be prepared: ${error.message}`);
}
runScript(name, args);
