import { describe, expect, it } from 'vitest'
import { eventParser, type ServerEvent } from './events'
import { problemFrom } from './problem'
import { backoff } from './retry'

const parse = (...parts: string[]) => {
  const events: ServerEvent[] = []
  const feed = eventParser((event) => events.push(event))
  for (const part of parts) feed(part)
  return events
}

describe('server-sent events', () => {
  it('come out whole, however they are cut', () => {
    const text = ': hello\nevent: status\nid: 7\ndata: {"a":\ndata: 1}\n\n'
    const whole = [{ event: 'status', id: '7', data: '{"a":\n1}' }]
    expect(parse(text)).toEqual(whole)
    expect(parse(...text)).toEqual(whole)
  })

  it('end their lines in any of the three ways', () => {
    expect(parse('data: a\r\n\r', '\ndata: b\r\rdata: c\n\n').map(({ data }) => data)).toEqual(['a', 'b', 'c'])
  })

  it('are none without data', () => {
    expect(parse('event: ping\n\n')).toEqual([])
  })

  it('keep the last id', () => {
    expect(parse('id: 1\ndata: a\n\ndata: b\n\n').map(({ id }) => id)).toEqual(['1', '1'])
  })
})

describe('a problem', () => {
  it('is told by its code, with the facts beside it', () => {
    const problem = problemFrom(403, { code: 'limit_exceeded', limit: 10, used: 10, plan: 'FREE', traceId: 't' })
    expect(problem).toMatchObject({
      code: 'limit_exceeded',
      traceId: 't',
      facts: { limit: 10, used: 10, plan: 'FREE' },
      isTransient: false,
    })
  })

  it('has a code also when a proxy answered', () => {
    expect(problemFrom(502, null)).toMatchObject({ code: 'http_502', isTransient: true })
  })
})

it('waits longer each time, up to half a minute, and never quite as long as the next browser', () => {
  expect([0, 1, 2, 9].map((failures) => backoff(failures, 0))).toEqual([1_000, 2_000, 4_000, 30_000])
  expect(backoff(9, 1)).toBe(15_000)
})
