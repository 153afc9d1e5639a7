import './lib/require-node.mjs'
import { runCommand } from './lib/command.mjs'
import { install } from './lib/install.mjs'
import { Problem } from './lib/problem.mjs'

// `npm run bench:spans` and `npm run bench:size`; `npm run bench` runs one after the other. Options go to the first.
await runCommand(async defer => {
  const [which = 'all', ...options] = process.argv.slice(2)
  if (!['all', 'spans', 'size'].includes(which))
    throw new Problem(`There is no benchmark "${which}": spans, size or all.`)
  await install({ withTools: true })
  if (which !== 'size') {
    const { benchSpans } = await import('./bench/spans.mjs')
    await benchSpans(defer, options)
  }
  if (which !== 'spans') {
    const { benchSize } = await import('./bench/size.mjs')
    await benchSize(defer)
  }
})
