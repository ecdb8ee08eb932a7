// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

// The made-up city's governance model and the template of its committees' annual reports, as a person would write them.
namespace styrkedja::bench {

inline constexpr std::string_view city_model = R"(unit-kinds:
  - {id: fullmaktige, name: Kommunfullmäktige, role: council}
  - {id: namnd, name: Nämnd, plural: Nämnder, role: committee}
  - {id: bolag, name: Bolag, plural: Bolag, role: company, separate-legal-person: ja}
  - {id: avdelning, name: Avdelning, plural: Avdelningar, role: department}
  - {id: enhet, name: Enhet, plural: Enheter, role: unit}
governance-models:
  - {id: styrmodell, name: Styrmodell, valid: 2023..}
scales:
  - id: malskala
    name: Måluppfyllelse
    values:
      - {id: gron, label: Uppfylls, colour: "#2B7A50", shape: met}
      - {id: gul, label: Uppfylls delvis, colour: "#E0A11B", shape: partly}
      - {id: rod, label: Uppfylls inte, colour: "#AB2424", shape: not-met}
  - id: status
    name: Status
    values:
      - {id: klar, label: Klar, shape: done, counts: done, started: ja, completion: "100"}
      - {id: pagar, label: Pågår, shape: ongoing, counts: not-done, started: ja}
      - {id: ej-paborjad, label: Ej påbörjad, shape: not-started, counts: not-done, completion: "0"}
  - id: sannolikhet
    name: Sannolikhet
    values:
      - {id: s4, label: Sannolik}
      - {id: s3, label: Möjlig}
      - {id: s2, label: Mindre sannolik}
      - {id: s1, label: Osannolik}
  - id: konsekvens
    name: Konsekvens
    values:
      - {id: k4, label: Allvarlig}
      - {id: k3, label: Kännbar}
      - {id: k2, label: Lindrig}
      - {id: k1, label: Försumbar}
rules:
  - id: regel-mal
    name: Bedömning av mål
    source: Budget 2025
    scale: malskala
    least-known: 50 %
    dimensions: [{input: indicators}, {input: activities}]
    clauses:
      - {then: gron, indicators: all majority, activities: all majority nothing}
      - {then: gron, indicators: nothing, activities: all}
      - {then: not-measured, indicators: nothing, activities: nothing}
      - {then: rod, indicators: none}
      - {then: rod, indicators: nothing, activities: none}
      - {then: gul}
  - {id: regel-sammanvagd, name: Sammanvägning, source: Budget 2025, scale: malskala, least-known: 50 %, method: lower-median}
levels:
  - {id: omrade, model: styrmodell, name: Målområde, plural: Målområden, set-by: kf, assessed: ja, scale: malskala, rule: regel-sammanvagd}
  - {id: kf-mal, model: styrmodell, name: KF-mål, plural: KF-mål, set-by: kf, assessed: ja, scale: malskala, rule: regel-sammanvagd,
     texts: [{id: analys, label: Analys}]}
  - {id: namndmal, model: styrmodell, name: Nämndmål, plural: Nämndmål, assessed: ja, scale: malskala, rule: regel-mal,
     texts: [{id: analys, label: Analys}]}
  - {id: enhetsmal, model: styrmodell, name: Enhetsmål, plural: Enhetsmål, assessed: ja, scale: malskala, rule: regel-mal}
assignment-types:
  - {id: kf-uppdrag, name: Uppdrag, plural: Uppdrag, statuses: status}
  - {id: fokusomrade, name: Fokusområde, plural: Fokusområden}
budget-change-kinds:
  - {id: ram, name: Ram, role: frame}
  - {id: flytt, name: Flytt mellan nämnder, role: transfer}
occasions:
  - {id: bokslut-2024, name: Årsbokslut 2024, period: "2024", judges: outcome}
  - {id: bokslut-2025, name: Årsbokslut 2025, period: "2025", judges: outcome, previous: bokslut-2024}
versions:
  - {id: budget, name: Budget, kind: budget}
  - {id: outcome, name: Utfall, kind: outcome}
  - {id: manad, name: Utfall per månad, kind: plan}
  - {id: prognos, name: Prognos augusti, kind: forecast}
accounts:
  - {id: intakter, name: Intäkter, kind: income}
  - {id: avgifter, name: Avgifter, kind: income, parent: intakter}
  - {id: kommunbidrag, name: Kommunbidrag, kind: grant}
  - {id: kostnader, name: Kostnader, kind: cost}
  - {id: personal, name: Personal, kind: cost, parent: kostnader}
  - {id: lokaler, name: Lokaler, kind: cost, parent: kostnader}
  - {id: ovrigt, name: Övrigt, kind: cost, parent: kostnader}
  - {id: investeringar, name: Investeringar, kind: investment}
figures:
  - {id: nettokostnad, name: Nettokostnad, accounts: [intakter, kostnader]}
  - {id: avvikelse, name: Avvikelse, formula: "nettokostnad - nettokostnad(budget)"}
)";

inline constexpr std::string_view city_templates = R"(templates:
  - id: mall-arsbokslut
    name: Årsbokslut
    tables:
      - id: bedomningar
        caption: Bedömning av målen
        source: goals
        where: [{field: level, is: namndmal}]
        label: "{number} {name}"
        mark: assessment
        columns:
          - {id: forslag, label: Regelns förslag, value: proposal}
          - {id: kontor, label: Kontorets bedömning, value: assessed}
          - {id: beslut, label: Nämndens beslut, value: decision}
      - id: indikatorer
        source: indicators
        stub: Indikator
        mark: met(2025)
        stacks: ja
        columns:
          - {id: utfall, label: Utfall 2025, value: outcome(2025), none: "–", principal: ja}
          - {id: i-fjol, label: Utfall 2024, value: outcome(2024), none: "–"}
          - {id: mal, label: Målvärde 2025, value: target(2025)}
          - {id: trend, label: Trend, value: trend(2025)}
      - id: aktiviteter
        source: activities
        stub: Aktivitet
        mark: status
        stacks: ja
        columns:
          - {id: ansvarig, label: Ansvarig, value: responsible, align: left}
          - {id: status, label: Status, value: status, align: left}
          - {id: kommentar, label: Kommentar, value: comment, align: left}
      - id: uppdrag
        caption: Uppdrag
        source: assignments
        columns:
          - {id: beskrivning, label: Beskrivning, value: description, align: left}
          - {id: redovisas, label: Redovisas, value: report-at, align: left}
      - id: resultatrakning
        caption: Resultaträkning
        unit: tkr
        sign-rule: avvikelse = utfall − budget; plus är bättre
        columns:
          - {id: utfall-2024, label: Utfall 2024, value: outcome(2024)}
          - {id: budget, label: Budget 2025, value: budget(2025)}
          - {id: utfall, label: Utfall 2025, value: outcome(2025), principal: ja}
          - {id: avvikelse, label: Avvikelse, value: utfall - budget, plus: ja}
          - {id: andel, label: Avvikelse %, value: avvikelse / budget, unit: "%", decimals: 1}
        rows:
          - {id: avgifter, accounts: [avgifter]}
          - {id: kommunbidrag, accounts: [kommunbidrag]}
          - {id: summa-intakter, row: subtotal, label: Summa intäkter}
          - {id: personal, accounts: [personal]}
          - {id: lokaler, accounts: [lokaler]}
          - {id: ovrigt, accounts: [ovrigt]}
          - {id: summa-kostnader, row: subtotal, label: Summa kostnader}
          - {id: resultat, row: total, label: Resultat}
      - id: per-enhet
        caption: Nettokostnad per avdelning
        unit: tkr
        columns:
          - {id: budget, label: Budget 2025, value: "budget(2025, nettokostnad)", sign: reversed}
          - {id: utfall, label: Utfall 2025, value: "outcome(2025, nettokostnad)", sign: reversed}
          - {id: prognos, label: Prognos augusti, value: "prognos(2025, nettokostnad)", sign: reversed}
          - {id: avvikelse, label: Avvikelse, value: "outcome(2025, nettokostnad) - budget(2025, nettokostnad)", plus: ja, principal: ja}
        rows:
          - {each: units}
          - {id: rest, row: rest, label: Ej särredovisat}
          - {id: summa, row: total, label: Summa}
      - id: investeringar
        caption: Investeringar
        source: projects
        unit: tkr
        total: ja
        columns:
          - {id: nummer, label: Projektnummer, value: number}
          - {id: budget, label: Budget, value: "budget(2025, investeringar)", sign: reversed}
          - {id: utfall, label: Utfall, value: "outcome(2025, investeringar)", sign: reversed}
      - id: budgetandringar
        caption: Budgetbrygga
        source: budget-changes
        unit: tkr
        total: ja
        columns:
          - {id: slag, label: Slag, value: kind, align: left}
          - {id: belopp, label: Belopp, value: amount, plus: ja}
      - id: statsbidrag
        caption: Statsbidrag
        source: grants
        unit: tkr
        total: ja
        columns:
          - {id: givare, label: Givare, value: payer, align: left}
          - {id: belopp, label: Belopp, value: amount}
      - id: ombudgeteringar
        caption: Ombudgeteringar
        source: carry-overs
        unit: tkr
        total: ja
        columns: [{id: belopp, label: Belopp, value: amount}, {id: skal, label: Skäl, value: reason, align: left}]
      - id: risker
        caption: Risker
        source: risks
        columns: [{id: varde, label: Riskvärde, value: risk-value}]
      - id: kontroller
        caption: Kontrollmoment
        source: controls
        columns: [{id: metod, label: Metod, value: method, align: left}, {id: hur-ofta, label: Hur ofta, value: frequency, align: left}]
      - id: atgarder
        caption: Åtgärder
        source: measures
        columns: [{id: ansvarig, label: Ansvarig, value: responsible, align: left}, {id: klar, label: Klar senast, value: due, align: left}]
    blocks:
      - {block: memo}
      - {block: contents}
      - {block: section, id: sammanfattning, number: "1", heading: Sammanfattning, blocks: [{block: table, table: bedomningar}]}
      - block: section
        id: mal
        number: "2"
        heading: Måluppfyllelse
        blocks:
          - block: goals
            goals-level: kf-mal
            anywhere: ja
            skip-empty: ja
            heading: "{number} {name}"
            level-name: ja
            mark: ja
            blocks:
              - block: goals
                goals-level: namndmal
                heading: "{number} {name}"
                level-name: ja
                mark: ja
                blocks:
                  - {block: goal-text, field: description}
                  - {block: assessment, show-proposal: ja, show-reasons: ja}
                  - {block: goal-text, field: analys, label: "Analys ({by})"}
                  - {block: table, table: indikatorer}
                  - {block: table, table: aktiviteter}
      - {block: section, id: uppdrag, number: "3", heading: Uppdrag, blocks: [{block: table, table: uppdrag}]}
      - block: section
        id: ekonomi
        number: "4"
        heading: Ekonomi
        blocks:
          - {block: table, table: resultatrakning}
          - {block: table, table: per-enhet}
          - {block: unit-texts, field: ekonomi}
          - {block: table, table: investeringar}
          - {block: table, table: budgetandringar}
          - {block: table, table: statsbidrag}
          - {block: table, table: ombudgeteringar}
      - block: section
        id: kontroll
        number: "5"
        heading: Intern kontroll
        blocks:
          - {block: risk-matrix, likelihood: sannolikhet, consequence: konsekvens}
          - {block: table, table: risker}
          - {block: table, table: kontroller}
          - {block: table, table: atgarder}
      - {block: section, id: uttalanden, number: "6", heading: Uttalanden, blocks: [{block: statements}]}
      - {block: appendices}
)";

}  // namespace styrkedja::bench
