import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCaller } from './access/use-caller.ts'
import { forgetOwn } from './own/own-memory.ts'

/** As wide as text is read, the same under a network's links, as wide as tables need, or as the window; the last two are printed without their frame. */
export type PageLayout = 'text' | 'network' | 'wide' | 'whole' | 'print' | 'sheet'

export interface PageFrameProps {
  readonly layout: PageLayout
  readonly children: ReactNode
}

/**
 * What surrounds every page: the way past the header, the product's name, the page, and where programs go. The layout is an attribute, since
 * a `:has()` on an ancestor has the style of the whole page worked out again whenever anything in it is added.
 */
export function PageFrame({ layout, children }: PageFrameProps) {
  return (
    <div data-layout={layout}>
      <a className="nhsuk-skip-link" href="#maincontent">
        Skip to main content
      </a>
      <header className="nhsuk-header">
        <div className="nhsuk-header__container nhsuk-width-container">
          <div className="nhsuk-header__service">
            <Link className="nhsuk-header__service-name" to="/">
              rota
            </Link>
          </div>
          <OwnPages />
        </div>
      </header>
      <div className="nhsuk-width-container">
        <main className="nhsuk-main-wrapper" id="maincontent">
          {children}
        </main>
      </div>
      <footer className="rota-footer">
        <div className="nhsuk-width-container">
          <p className="nhsuk-body-s nhsuk-u-margin-bottom-2">
            Plans a primary care network’s week. People in networks made from open data are synthetic: nobody named here
            exists.
          </p>
          <p className="nhsuk-body-s nhsuk-u-margin-bottom-0">
            For programs: <a href="/docs">API documentation</a>. Contains public sector information licensed under the
            Open Government Licence v3.0.
          </p>
        </div>
      </footer>
    </div>
  )
}

/** Pages that are about the caller rather than a network, and the way out. */
function OwnPages() {
  const caller = useCaller()
  if (caller === undefined) return null
  const isStaff = caller.grants.every(({ role }) => role === 'staff' || role === 'monitor')
  return (
    <nav aria-label="You" className="rota-own-pages">
      <Link to="/my-week">My week</Link>
      {!isStaff && <Link to="/settings">Settings</Link>}
      {caller.via === 'session' && (
        <form method="post" action="/sign-out" onSubmit={forgetOwn}>
          <button type="submit">Sign out{caller.name === '' ? '' : ` ${caller.name}`}</button>
        </form>
      )}
    </nav>
  )
}
