type Json<T> = { content: { 'application/json': T } }
type Problem = { content: { 'application/problem+json': components['schemas']['ProblemDetails'] } }
type Operation<Answer, Parts = object> = {
  parameters: { header?: never; cookie?: never } & (Parts extends { query: infer Q } ? { query?: Q } : { query?: never }) &
    (Parts extends { path: infer P } ? { path: P } : { path?: never })
  responses: { 200: Json<Answer>; default: Problem }
} & (Parts extends { body: infer B } ? { requestBody: Json<B> } : { requestBody?: never })
type S = components['schemas']

export interface paths {
  '/api/auth/signup': { post: Operation<S['SessionResponse'], { body: S['SignUpRequest'] }> }
  '/api/auth/login': { post: Operation<S['SessionResponse'], { body: S['LoginRequest'] }> }
  '/api/auth/refresh': { post: Operation<S['SessionResponse'], { body: S['RefreshRequest'] }> }
  '/api/auth/logout': { post: Operation<undefined, { body: S['RefreshRequest'] }> }
  '/api/auth/me': { get: Operation<S['MeResponse']>; patch: Operation<S['UserInfo'], { body: S['UpdateMeRequest'] }> }
  '/api/organizations/create-from-code': { post: Operation<S['CreateFromCodeResponse'], { body: S['CreateFromCodeRequest'] }> }
  '/api/payments/plans': { get: Operation<S['PlanList']> }
  '/api/payments/checkout': { post: Operation<S['CheckoutResponse'], { body: S['CheckoutRequest'] }> }
  '/api/payments/checkout/{sessionId}': { get: Operation<S['CheckoutState'], { path: { sessionId: string } }> }
  '/api/recordings': {
    get: Operation<
      S['PageOfRecordingSummary'],
      { query: { q?: string; status?: S['RecordingStatus']; limit?: number; cursor?: string } }
    >
    post: Operation<S['RecordingSummary'], { body: S['CreateRecordingRequest'] }>
  }
  '/api/recordings/{id}': {
    get: Operation<S['RecordingSummary'], { path: { id: string } }>
    patch: Operation<S['RecordingSummary'], { path: { id: string }; body: S['UpdateRecordingRequest'] }>
  }
  '/api/recordings/{id}/analysis': { get: Operation<S['AnalysisDocument'], { path: { id: string } }> }
  '/api/recordings/{id}/waveform': { get: Operation<S['Waveform'], { path: { id: string } }> }
  '/api/recordings/{id}/audio/ticket': { post: Operation<S['AudioTicket'], { path: { id: string } }> }
  '/api/status/{recordingId}': { get: Operation<S['RecordingStatusInfo'], { path: { recordingId: string } }> }
  '/api/chunks/{recordingId}': { get: Operation<S['ChunkListing'], { path: { recordingId: string } }> }
  '/api/finalize/{recordingId}': {
    post: Operation<S['FinalizeResponse'], { path: { recordingId: string }; body: S['FinalizeRequest'] }>
  }
  '/api/voice/init/{sessionId}': {
    post: Operation<S['VoiceInitResponse'], { path: { sessionId: string }; query: { recordingId: string } }>
  }
  '/api/voice/close/{sessionId}': { post: Operation<S['VoiceCloseResponse'], { path: { sessionId: string } }> }
}

export interface components {
  schemas: {
    ProblemDetails: {
      type?: string | null
      title?: string | null
      status?: number | null
      detail?: string | null
      code?: string
      traceId?: string
      errors?: Record<string, string[]>
    }
    Role: 'USER' | 'ADMIN' | 'OWNER'
    Plan: 'FREE' | 'STARTER' | 'PROFESSIONAL' | 'ENTERPRISE'
    OrganizationStatus: 'TRIAL' | 'ACTIVE' | 'SUSPENDED' | 'CANCELLED'
    RecordingStatus: 'RECORDING' | 'PAUSED' | 'QUEUED' | 'PROCESSING' | 'COMPLETED' | 'ERROR'
    ProcessingStage: 'preparing' | 'listening' | 'transcribing' | 'summarizing'
    EvidenceState: 'verified' | 'tentative' | 'unverified'
    CoverageState: 'stored' | 'transcribed' | 'silent' | 'missing' | 'failed'
    CheckoutStatus: 'open' | 'processing' | 'complete' | 'expired'
    SignUpRequest: {
      email: string
      password: string
      name: string
      organizationName?: string | null
      organizationCode?: string | null
    }
    LoginRequest: { email: string; password: string }
    RefreshRequest: { refreshToken?: string | null }
    UserInfo: { id: string; email: string; name: string; role: S['Role']; locale: string }
    OrganizationInfo: { id: string; name: string; plan: S['Plan']; status: S['OrganizationStatus'] }
    OrganizationLimits: { maxUsers: number; maxRecordings: number; maxStorageBytes: number; maxVoiceSessions: number }
    OrganizationUsage: { users: number; storageBytes: number }
    SessionResponse: {
      success: boolean
      user: S['UserInfo']
      organization: S['OrganizationInfo']
      accessToken: string
      refreshToken?: string | null
      expiresIn: number
      organizationCode?: string | null
    }
    MeResponse: {
      user: S['UserInfo']
      organization: S['OrganizationInfo']
      limits: S['OrganizationLimits']
      usage: S['OrganizationUsage']
    }
    UpdateMeRequest: { name?: string | null; locale?: string | null }
    CreateFromCodeRequest: { name: string; code: string; ownerEmail: string; ownerName: string; password: string }
    CreateFromCodeResponse: { success: boolean; organization: S['OrganizationInfo']; owner: S['UserInfo'] }
    PlanInfo: {
      plan: S['Plan']
      name: string
      priceUsd: number
      maxUsers: number
      maxRecordings: number
      maxStorageBytes: number
      maxVoiceSessions: number
    }
    PlanList: { items: S['PlanInfo'][] }
    CheckoutRequest: {
      organizationId?: string | null
      plan: S['Plan']
      successUrl: string
      cancelUrl: string
      provider?: string | null
      email?: string | null
    }
    CheckoutResponse: { success: boolean; sessionId: string; url: string }
    CheckoutState: { status: S['CheckoutStatus']; plan: S['Plan']; organizationCode: string | null }
    CreateRecordingRequest: { title?: string | null; language?: string | null; source?: string | null }
    UpdateRecordingRequest: { title?: string | null }
    ProcessingError: { code: string; message: string; retryable: boolean }
    SpeakerShare: { speakerId: string; name: string | null; share: number }
    SearchHit: {
      segmentId: string | null
      startSeconds: number | null
      speaker: string | null
      snippet: string
      ranges: number[][]
    }
    RecordingSummary: {
      id: string
      title: string
      status: S['RecordingStatus']
      stage: S['ProcessingStage'] | null
      progress: number
      error: S['ProcessingError'] | null
      createdAt: string
      durationSeconds: number | null
      language: string | null
      executiveSummary: string | null
      decisions: number
      openActionItems: number
      speakers: S['SpeakerShare'][]
      tags: string[]
      userId: string | null
      hits: S['SearchHit'][] | null
    }
    PageOfRecordingSummary: { items: S['RecordingSummary'][]; nextCursor: string | null }
    RecordingStatusInfo: {
      recordingId: string
      status: S['RecordingStatus']
      stage: S['ProcessingStage'] | null
      progress: number
      error: S['ProcessingError'] | null
      updatedAt: string
    }
    AudioTicket: { url: string; expiresAt: string }
    SummarySentence: { text: string; evidence: string[]; state: S['EvidenceState'] }
    Decision: { id: string; text: string; atSeconds: number | null; evidence: string[]; state: S['EvidenceState'] }
    ActionItem: {
      id: string
      text: string
      owner: string | null
      due: string | null
      done: boolean
      atSeconds: number | null
      evidence: string[]
      state: S['EvidenceState']
    }
    Speaker: { speakerId: string; name: string | null; talkSeconds: number }
    TranscriptTurn: {
      segmentId: string
      speakerId: string
      speaker: string
      text: string
      timestamp: string
      startSeconds: number
      endSeconds: number
      confidence: number | null
      language: string | null
    }
    CoverageSpan: { from: number; to: number; state: S['CoverageState']; reason: string | null }
    EngineInfo: { name: string; model: string; transcriber: string; demo: boolean; confidence: string; reasons: string[] }
    AnalysisDocument: {
      title: string
      category: string | null
      tags: string[]
      executiveSummary: string | null
      summary: S['SummarySentence'][]
      decisions: S['Decision'][]
      actionItems: S['ActionItem'][]
      speakers: S['Speaker'][]
      participants: string[]
      keyTopics: string[]
      sentiment: string | null
      language: string | null
      transcript: S['TranscriptTurn'][] | null
      coverage: S['CoverageSpan'][]
      durationSeconds: number
      engine: S['EngineInfo']
      createdAt: string
    }
    Waveform: { version: number; seconds: number; perSecond: number; peaks: number[]; silences: number[][] }
    ChunkReceipt: { success: boolean; recordingId: string; sequence: number; size: number; sha256: string; received: number }
    ChunkListing: { received: number[][]; missing: number[]; bytes: number }
    FinalizeRequest: { totalChunks?: number | null; sha256?: string | null; durationSeconds?: number | null }
    FinalizeResponse: { success: boolean; recordingId: string; jobId: string; status: S['RecordingStatus'] }
    VoiceInitResponse: {
      success: boolean
      sessionId: string
      wsUrl: string
      createdAt: string
      expiresAt: string
      geminiAvailable: boolean
      inputAudio: { mimeType: string }
      outputAudio: { mimeType: string }
    }
    VoiceCloseResponse: { success: boolean; sessionId: string; status: string }
  }
}
