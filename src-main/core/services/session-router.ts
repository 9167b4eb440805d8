import { parseReference } from '#shared/domain/numbering/parse-reference.ts'
import { ok } from '#shared/lib/result.ts'
import { answer, officeOf } from './answer.ts'
import { foundBackups } from './found-backups.ts'
import type { Host } from './host.ts'
import { orRefuse } from './refused.ts'
import type { Builder } from './router.ts'
import { changePassword, resume, sessionView, signIn, signOut } from './session.ts'

export function sessionRouter(os: Builder, host: Host) {
  return {
    setup: os.setup.router({
      status: os.setup.status.handler(() => host.status()),
      foundBackups: os.setup.foundBackups.handler(() =>
        host.state.kind === 'empty' ? foundBackups(host.options.ports.folder) : [],
      ),
      create: os.setup.create.handler(async ({ input, context }) => {
        const { office, nameAr, nameEn, country, adminUsername, adminName, password, practice, language } = input
        const created = await host.create({
          code: office,
          name: { ar: nameAr, en: nameEn },
          country,
          practice,
          admin: { username: adminUsername, name: adminName, language },
          password,
          automation: context.connection.via === 'cli',
        })
        return orRefuse(created)
      }),
      unlock: os.setup.unlock.handler(async ({ input }) => orRefuse(await host.unlock(input.secret))),
      restore: os.setup.restore.handler(async ({ input: { path, secret, highest }, signal }) => {
        const known = highest === '' ? ok(null) : parseReference(highest)
        return orRefuse(known.ok ? await host.restore({ file: path, secret, highest: known.value }, signal) : known)
      }),
      work: os.setup.work.handler(() => host.restoring),
    }),
    session: os.session.router({
      signIn: os.session.signIn.handler(async ({ input, context }) =>
        orRefuse(await signIn(officeOf(host), context.connection, input)),
      ),
      resume: os.session.resume.handler(({ input, context }) =>
        orRefuse(resume(officeOf(host), context.connection, input.token)),
      ),
      me: os.session.me.handler(({ context }) => orRefuse(sessionView(officeOf(host), context.connection))),
      resetPassword: os.session.resetPassword.handler(async ({ input }) =>
        orRefuse(
          await host.resetPassword({ username: input.username, secret: input.recoveryCode, password: input.password }),
        ),
      ),
      signOut: os.session.signOut.handler(({ context }) => signOut(officeOf(host), context.connection)),
      changePassword: os.session.changePassword.handler(({ input, context }) =>
        answer(host, context, async (office, caller) => {
          const changed = await changePassword(office, caller, input)
          return changed.ok ? ok(null) : changed
        }),
      ),
    }),
  }
}
