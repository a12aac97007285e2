import { find } from '../elements.js';

const [{ src }] = document.querySelectorAll('iframe');
find('#not-built').hidden = (await fetch(src, { method: 'HEAD' })).ok;
