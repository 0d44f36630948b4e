import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { keys } from '@/api/keys'
import type { Role } from '@/api/types'

const page = { initialPageParam: null as string | null, getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor }
const LIMIT = 100

export const membersQuery = infiniteQueryOptions({
  queryKey: keys.members,
  queryFn: ({ signal, pageParam }) =>
    unwrap(api.GET('/api/organizations/current/users', { params: { query: { limit: LIMIT, cursor: pageParam ?? undefined } }, signal })),
  ...page,
})

export const invitationsQuery = infiniteQueryOptions({
  queryKey: keys.invitations,
  queryFn: ({ signal, pageParam }) =>
    unwrap(
      api.GET('/api/organizations/current/invitations', { params: { query: { limit: LIMIT, cursor: pageParam ?? undefined } }, signal }),
    ),
  ...page,
})

const one = (id: string) => ({ params: { path: { id } } })

export const changeRole = (id: string, role: Role) =>
  unwrap(api.PATCH('/api/organizations/current/users/{id}', { ...one(id), body: { role } }))

export const removeMember = (id: string) => unwrap(api.DELETE('/api/organizations/current/users/{id}', one(id)))

export const invite = (email: string, role: Role) => unwrap(api.POST('/api/organizations/current/invitations', { body: { email, role } }))

export const resend = (id: string) => unwrap(api.POST('/api/organizations/current/invitations/{id}/resend', one(id)))

export const revoke = (id: string) => unwrap(api.DELETE('/api/organizations/current/invitations/{id}', one(id)))
