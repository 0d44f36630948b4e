/** Frames of 40 ms: four of them are 160 ms of speech over the agent's own. */
const FRAMES = 4
const LOUD = 0.03

/** Says when somebody speaks while the agent does, long enough not to be a cough or the agent's own echo. */
export function bargeInGate() {
  let loud = 0
  return (level: number, agentSpeaks: boolean): boolean => {
    loud = agentSpeaks && level > LOUD ? loud + 1 : 0
    if (loud < FRAMES) return false
    loud = 0
    return true
  }
}
