import { usePageTitle } from '../../parts/page-title.ts'
import { FindANetwork } from './find-a-network.tsx'
import { OpenAFile } from './open-a-file.tsx'
import { Resume } from './resume.tsx'

/** `/`: find a network and start. */
export function StartPage() {
  usePageTitle(null)
  return (
    <>
      <h1>Plan your network’s week</h1>
      <p className="nhsuk-lede-text">
        Who works where, in which session, meeting which needs: fair shares, safe workloads, and urgent need dealt with
        on the same day.
      </p>
      <FindANetwork />
      <Resume />
      <section>
        <h2 className="nhsuk-heading-m">Start with your own spreadsheet</h2>
        <p>
          Find your network above, then choose <strong>Start with your own spreadsheet</strong> on its page. Staff
          lists, rotas and leave calendars are read as you have them in Excel, CSV or a calendar file, and you see what
          was understood before anything changes.
        </p>
      </section>
      <OpenAFile />
    </>
  )
}
