/** The id of the text that says why nothing can be recorded. */
export const LOCK_REASON_ID = 'lock-reason';
