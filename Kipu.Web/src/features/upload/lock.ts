/** An upload belongs to one tab at a time. */
export const lockOf = (recordingId: string) => `kipu.upload:${recordingId}`

/** Does the work, unless another tab is at this upload: then nothing is done, and the answer is false. */
export async function alone(recordingId: string, work: () => Promise<unknown>): Promise<boolean> {
  return await navigator.locks.request(lockOf(recordingId), { ifAvailable: true }, async (lock) => {
    if (lock) await work()
    return lock !== null
  })
}

/** The locks that any tab has now. */
export const heldLocks = async () => new Set((await navigator.locks.query()).held?.map(({ name }) => name))
