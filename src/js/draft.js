/**
 * A record that is still being written, unless it says when it was completed: the time of recording is yet to come.
 *
 * @template {object} Given
 * @param {Given} record
 * @returns {Given | Given & { draft: true }}
 */
export function underWay(record) {
  const isStamped = ('kind' in record && record.kind === 'file') || 'draft' in record || 'recordedAt' in record;
  return isStamped ? record : { ...record, draft: true };
}
