import { packageSources } from '../files.ts'
import { runTool } from '../run-command.ts'
import { gate, gateThatSaw, type Outcome } from '../step.ts'

interface Cruise {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: {
    readonly violations: readonly {
      readonly from: string
      readonly to: string
      readonly rule: { readonly name: string }
    }[]
  }
}

/** dependency-cruiser: who may import whom. It must have read every source file. */
export async function checkBoundaries(): Promise<Outcome> {
  const files = await packageSources()
  const { output } = await runTool('depcruise', [
    '--config',
    '.dependency-cruiser.json',
    '--output-type',
    'json',
    'packages',
  ])
  const start = output.indexOf('{')
  if (start < 0) return gate(false, output)
  const { modules, summary } = JSON.parse(output.slice(start)) as Cruise
  const seen = new Set(modules.map((module) => module.source))
  const broken = summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`)
  return gateThatSaw({
    ok: broken.length === 0,
    output: broken.join('\n'),
    saw: files.filter((file) => seen.has(file)).length,
    of: files.length,
  })
}
