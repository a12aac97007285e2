import { existsSync } from 'node:fs';
import { which } from './command.mjs';

/**
 * The browsers that the tests run in: the variable that says where one is, the names and places
 * it goes by on the systems that people work on, and the package that has it on Debian.
 */
export const browsers = /** @type {const} */ ([
  {
    name: 'Chromium',
    variable: 'CHROMIUM',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    debianPackage: 'chromium',
  },
  {
    name: 'Firefox',
    variable: 'FIREFOX',
    commands: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    debianPackage: 'firefox-esr',
  },
]);

/**
 * Where a browser is on this machine, or undefined.
 *
 * @param {typeof browsers[number]} browser
 */
export const findBrowser = ({ variable, commands }) =>
  process.env[variable] ??
  commands.map((command) => (existsSync(command) ? command : which(command))).find(Boolean);
