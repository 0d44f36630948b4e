import type { Role } from '@/api/types'

const RANK: Record<Role, number> = { USER: 0, ADMIN: 1, OWNER: 2 }

/** Admins and owners manage whoever is not above them. The service decides; this only keeps away what it would refuse. */
export const mayManage = (actor: Role, target: Role) => RANK[actor] >= RANK.ADMIN && RANK[actor] >= RANK[target]

/** The roles that somebody may give. */
export const rolesFor = (actor: Role) => (['USER', 'ADMIN', 'OWNER'] as const).filter((role) => mayManage(actor, role))
