package import DutyModel

extension ImportedChecklist {
  /// The checklist as the rest of the program knows it.
  package var checklist: Checklist {
    Checklist(
      id: id,
      title: title,
      organization: organization,
      year: year,
      language: "zh",
      effective: effective,
      tiers: tiers.map { tier in
        Tier(
          id: tier.id,
          kind: tier.kind,
          title: tier.title,
          portfolio: tier.portfolio,
          sections: tier.sections.map { section in
            Section(
              id: section.id,
              title: section.title,
              points: section.points,
              duties: section.duties.map { duty in
                var duty = duty
                // The nearest level that says it wins whole.
                duty.owner = duty.owner ?? section.owner ?? tier.owner
                if duty.departments.isEmpty { duty.departments = section.departments }
                if duty.departments.isEmpty { duty.departments = tier.departments }
                return duty.duty(effective)
              }
            )
          }
        )
      }
    )
  }
}

extension ImportedDuty {
  fileprivate func duty(_ effective: DayRange) -> Duty {
    Duty(
      id: id,
      number: number ?? "",
      title: title,
      text: text,
      points: points,
      effective: effective,
      requirements: requirements.map { requirement in
        Requirement(
          id: requirement.id,
          title: requirement.title,
          schedule: requirement.schedule,
          reportTo: requirement.reportTo,
          covers: requirement.covers,
          unit: requirement.unit,
          action: requirement.action,
          responsible: owner.map(Responsible.owner) ?? .nobody,
          departments: departments,
          effective: effective
        )
      }
    )
  }
}
