export const keys = {
  me: ['me'] as const,
  secondFactor: ['second-factor'] as const,
  plans: ['plans'] as const,
  checkout: (sessionId: string) => ['checkout', sessionId] as const,
  recordings: ['recordings'] as const,
  recordingList: (filter: object) => ['recordings', 'list', filter] as const,
  recording: (id: string) => ['recordings', 'one', id] as const,
  analysis: (id: string) => ['recordings', 'analysis', id] as const,
  waveform: (id: string) => ['recordings', 'waveform', id] as const,
  audio: (id: string) => ['recordings', 'audio', id] as const,
}
