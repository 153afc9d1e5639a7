import { z } from 'zod'
import { ROLES } from '@/lib/domain/vocabulary'
import { defineContract } from './contract'
import { Policy } from './policies'
import { Email, Id, NewPassword, nullableText, requiredText, SecretToken, Timestamp, Version } from './scalars'
import { Scale } from './scales'

export const Workspace = z
  .object({
    id: Id,
    name: z.string(),
    funding: z.string(),
    correctionsPolicy: z.string(),
    contactEmail: z.string().nullable(),
    showReviewerNames: z.boolean(),
    /** Days after which an assignment that nobody took up goes back; null for never. */
    idleLimitDays: z.int().nullable(),
    isSample: z.boolean(),
    version: Version,
    scale: Scale,
    policy: Policy,
  })
  .meta({ id: 'Workspace' })
export type WorkspaceDto = z.infer<typeof Workspace>

const noInput = z.strictObject({})

export const readWorkspaceContract = defineContract(
  'readWorkspace',
  'GET /workspace',
  'The desk with its current scale and policy.',
  noInput,
  Workspace,
)

export const editWorkspaceContract = defineContract(
  'editWorkspace',
  'PATCH /workspace',
  'Changes what the desk says of itself.',
  z.strictObject({
    version: Version,
    name: requiredText(120).optional(),
    funding: nullableText(2_000).optional(),
    correctionsPolicy: nullableText(2_000).optional(),
    contactEmail: z.union([Email, z.null()]).optional(),
    showReviewerNames: z.boolean().optional(),
    idleLimitDays: z.int().min(1, 'Give 1 to 365 days.').max(365, 'Give 1 to 365 days.').nullable().optional(),
  }),
  Workspace,
)

export const Member = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    /** Learning: casts and sees like others, is never counted. */
    isTrainee: z.boolean(),
    joinedAt: Timestamp,
    removedAt: Timestamp.nullable(),
    version: Version,
    isMe: z.boolean(),
  })
  .meta({ id: 'Member' })
export type MemberDto = z.infer<typeof Member>

/** E-mail addresses are for administrators and their owners; others read an empty string. */
export const listMembersContract = defineContract(
  'listMembers',
  'GET /members',
  'The desk’s members. E-mail addresses are shown to administrators and to their owners.',
  noInput,
  z.object({ items: z.array(Member) }),
)

export const editMemberContract = defineContract(
  'editMember',
  'PATCH /members/{memberId}',
  'Changes a member’s role, makes a reviewer a trainee or ends that, or removes them. Takes effect at their next request.',
  z.strictObject({
    memberId: Id,
    version: Version,
    role: z.enum(ROLES).optional(),
    isTrainee: z.boolean().optional(),
    removed: z.boolean().optional(),
  }),
  Member,
)

export const createPasswordResetContract = defineContract(
  'createPasswordReset',
  'POST /members/{memberId}/password-reset',
  'Makes a single-use link with which the member sets a new password. Ends in 30 minutes; shown this once.',
  z.strictObject({ memberId: Id }),
  z.object({ url: z.string().nullable(), expiresAt: Timestamp }),
  { status: 201, secrets: ['url'] },
)

export const Invite = z
  .object({
    id: Id,
    email: z.string().nullable(),
    role: z.enum(ROLES),
    state: z.enum(['OPEN', 'ACCEPTED', 'EXPIRED', 'REVOKED']),
    createdAt: Timestamp,
    expiresAt: Timestamp,
    url: z.string().nullable(),
  })
  .meta({ id: 'Invite' })
export type InviteDto = z.infer<typeof Invite>

export const listInvitesContract = defineContract(
  'listInvites',
  'GET /invites',
  'The desk’s invitations, newest first.',
  noInput,
  z.object({ items: z.array(Invite) }),
)
export const createInviteContract = defineContract(
  'createInvite',
  'POST /invites',
  'Makes a single-use link that brings a member in. The link is shown this once.',
  z.strictObject({ email: Email, role: z.enum(ROLES) }),
  Invite,
  { status: 201, secrets: ['url'] },
)
export const revokeInviteContract = defineContract(
  'revokeInvite',
  'DELETE /invites/{inviteId}',
  'Takes an invitation back.',
  z.strictObject({ inviteId: Id }),
  Invite,
)

/** What the person who holds an invitation sees before joining. */
export const InviteOffer = z
  .object({
    workspaceName: z.string(),
    email: z.string().nullable(),
    role: z.enum(ROLES),
    isSetUp: z.boolean(),
    hasAccount: z.boolean(),
  })
  .meta({ id: 'InviteOffer' })
export type InviteOfferDto = z.infer<typeof InviteOffer>

export const readInviteContract = defineContract(
  'readInvite',
  'POST /invitations/read',
  'What an invitation offers. The token travels in the body, so that no log keeps it.',
  z.strictObject({ token: SecretToken }),
  InviteOffer,
  { access: 'public' },
)

export const acceptInviteContract = defineContract(
  'acceptInvite',
  'POST /invitations/accept',
  'Joins the desk: sets one’s name and password, or proves an existing account with its password.',
  z.strictObject({
    token: SecretToken,
    email: Email.optional(),
    name: requiredText(120).optional(),
    password: z.string().min(1).max(200),
    workspaceName: requiredText(120).optional(),
  }),
  z.object({ email: z.string() }),
  { status: 201, access: 'public' },
)

export const resetPasswordContract = defineContract(
  'resetPassword',
  'POST /password-resets',
  'Sets a new password by a reset link and signs out everywhere.',
  z.strictObject({ token: SecretToken, password: NewPassword }),
  z.object({ email: z.string() }),
  { access: 'public' },
)

export const Me = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    isTrainee: z.boolean(),
    workspace: z.object({ id: Id, name: z.string(), isSample: z.boolean() }),
    workspaces: z.array(z.object({ id: Id, name: z.string() })),
  })
  .meta({ id: 'Me' })
export type MeDto = z.infer<typeof Me>

export const readMeContract = defineContract('readMe', 'GET /me', 'Who is calling, and as what.', noInput, Me)
export const editMeContract = defineContract(
  'editMe',
  'PATCH /me',
  'Changes one’s own name or password. A new password signs out every other session.',
  z.strictObject({
    name: requiredText(120).optional(),
    currentPassword: z.string().min(1).max(200).optional(),
    newPassword: NewPassword.optional(),
  }),
  Me,
)
export const signOutEverywhereContract = defineContract(
  'signOutEverywhere',
  'POST /me/sign-out-everywhere',
  'Ends every session of the caller, this one included.',
  noInput,
  z.object({ ended: z.int() }),
)

export const ApiToken = z
  .object({
    id: Id,
    name: z.string(),
    hint: z.string(),
    state: z.enum(['ACTIVE', 'EXPIRED', 'REVOKED']),
    createdAt: Timestamp,
    lastUsedAt: Timestamp.nullable(),
    expiresAt: Timestamp.nullable(),
    token: z.string().nullable(),
  })
  .meta({ id: 'ApiToken' })
export type ApiTokenDto = z.infer<typeof ApiToken>

export const listTokensContract = defineContract(
  'listTokens',
  'GET /tokens',
  'One’s own bearer tokens, newest first.',
  noInput,
  z.object({ items: z.array(ApiToken) }),
)
export const createTokenContract = defineContract(
  'createToken',
  'POST /tokens',
  'Makes a bearer token for the API. It is shown this once.',
  z.strictObject({ name: requiredText(120), expiresAt: Timestamp.nullable().default(null) }),
  ApiToken,
  { status: 201, secrets: ['token'] },
)
export const revokeTokenContract = defineContract(
  'revokeToken',
  'DELETE /tokens/{tokenId}',
  'Ends a bearer token at once.',
  z.strictObject({ tokenId: Id }),
  ApiToken,
)
