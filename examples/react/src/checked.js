import { attach } from 'recording-standard/form';

const options = { policy: { standard: 'wirral' }, record: { type: 'visit', author: { name: 'Priya Shah', postTitle: 'Social worker' } } };

/** As the `ref` of a form, has it checked for as long as it is on the page. */
export function checked(form) {
  const attached = attach(form, options);
  return () => attached.then((attachment) => attachment.detach());
}
