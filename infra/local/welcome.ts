import { relative } from 'node:path'
import type { SignInPerson } from './identity.ts'

/** Where the people shown work: at a centre that works in English, at one in French, at the Alliance. */
const shown = ['guelph', 'temiskaming', 'alliance']

/** What the terminal says once the stack is ready. */
export function welcome(url: string, people: readonly SignInPerson[], home: string): string {
  const centres = [...new Set(people.map(({ centreId }) => centreId))]
  return `Ready  ${url}

${table(firstOfEachRole(people.filter(({ centreId }) => shown.includes(centreId))))}

Everybody is made up and nobody has a password. Sign-in lists all of them, at these centres:
  ${centres.filter((id) => !shown.includes(id)).join(' ')}

  Console             ${url}
  API documentation   ${url}/docs  ${url}/openapi.json
  A person's token    npm run -s token -- navigator@guelph
  A partner's key     npm run -s token -- partner:public-library@guelph
  Letters             ${relative(process.cwd(), home)}/letters
  Begin anew          npm start -- --fresh
`
}

function firstOfEachRole(people: readonly SignInPerson[]): readonly [who: string, name: string][] {
  const first = new Map<string, string>()
  for (const { roles, centreId, name } of people) {
    for (const role of roles) if (!first.has(`${role}@${centreId}`)) first.set(`${role}@${centreId}`, name)
  }
  return [...first]
}

function table(lines: readonly [who: string, name: string][]): string {
  const width = Math.max(...lines.map(([who]) => who.length))
  return lines.map(([who, name]) => `  ${who.padEnd(width)}  ${name}`).join('\n')
}
