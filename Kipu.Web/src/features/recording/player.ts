import { useSyncExternalStore } from 'react'

/**
 * One audio element and its clock. The clock is outside of React: who needs a value of it subscribes with a selector,
 * so that playing doesn't render the page. While it plays it ticks with the screen, not with `timeupdate`.
 */
export class Player {
  readonly audio = new Audio()
  private time = 0
  private frame = 0
  private listeners = new Set<() => void>()
  private wanted: number | null = null

  constructor(private length: number) {
    this.audio.preload = 'metadata'
    for (const event of ['play', 'playing']) this.audio.addEventListener(event, this.tick)
    for (const event of ['pause', 'ended', 'seeked', 'ratechange', 'error']) this.audio.addEventListener(event, this.read)
    this.audio.addEventListener('loadedmetadata', this.onMetadata)
  }

  get seconds() {
    return this.time
  }
  get duration() {
    return this.length
  }
  get playing() {
    return !this.audio.paused && !this.audio.ended
  }
  get rate() {
    return this.audio.playbackRate
  }
  get ready() {
    return this.audio.src !== ''
  }

  setSource(url: string) {
    if (this.audio.src === new URL(url, location.href).href && !this.audio.error) return
    const playing = this.playing
    this.wanted ??= this.time
    this.audio.src = url
    if (playing) this.play()
  }

  setLength(length: number) {
    if (length <= 0 || length === this.length) return
    this.length = length
    this.tell()
  }

  play() {
    // A source that fails is told by its error event, an interrupted start by pause: nothing is left to handle here.
    this.audio.play().catch(this.read)
  }

  toggle = () => {
    if (!this.ready) return
    if (this.playing) this.audio.pause()
    else this.play()
  }

  seek = (seconds: number) => {
    // Before the length is known there is nothing to clamp to.
    this.time = Math.min(this.length > 0 ? this.length : Number.POSITIVE_INFINITY, Math.max(0, seconds))
    if (this.audio.readyState >= HTMLMediaElement.HAVE_METADATA) this.audio.currentTime = this.time
    else this.wanted = this.time
    this.tell()
  }

  by = (seconds: number) => this.seek(this.time + seconds)

  setRate(rate: number) {
    // A new source begins at the default.
    this.audio.defaultPlaybackRate = rate
    this.audio.playbackRate = rate
    this.audio.preservesPitch = true
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  /** For a page that goes away; the same player may come back. */
  pause() {
    cancelAnimationFrame(this.frame)
    this.audio.pause()
  }

  private onMetadata = () => {
    if (this.length <= 0 && Number.isFinite(this.audio.duration)) this.length = this.audio.duration
    if (this.wanted !== null) this.audio.currentTime = this.wanted
    this.wanted = null
    this.tell()
  }

  private tick = () => {
    cancelAnimationFrame(this.frame)
    this.read()
    if (this.playing) this.frame = requestAnimationFrame(this.tick)
  }

  private read = () => {
    if (this.wanted === null) this.time = this.audio.currentTime
    this.tell()
  }

  private tell() {
    for (const listener of this.listeners) listener()
  }
}

/** A value of the player; the component renders only when that value changes. */
export const usePlayer = <T>(player: Player, select: (player: Player) => T): T =>
  useSyncExternalStore(player.subscribe, () => select(player))
