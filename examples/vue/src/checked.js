import { attach } from 'recording-standard/form';

const options = { policy: { standard: 'wirral' }, record: { type: 'visit', author: { name: 'Priya Shah', postTitle: 'Social worker' } } };
const attached = new WeakMap();

/** The directive `v-checked`: has a form checked for as long as it is on the page. */
export const vChecked = {
  mounted: (form) => attached.set(form, attach(form, options)),
  beforeUnmount: (form) => attached.get(form).then((attachment) => attachment.detach()),
};
