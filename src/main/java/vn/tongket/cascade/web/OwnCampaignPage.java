package vn.tongket.cascade.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignImport;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Participants;
import vn.tongket.cascade.OwnCampaigns;
import vn.tongket.cascade.OwnCampaigns.Opened;
import vn.tongket.cascade.Proposal;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.ImportFile;

/** Where a union opens its own campaign under its superior's plan, and is led to the one it has. */
@Controller
@RequestMapping("/reports/{campaign}/{unit}/own-campaign")
class OwnCampaignPage {

    private final OwnCampaigns own;
    private final CampaignService campaigns;
    private final CampaignImport imports;
    private final Participants participants;
    private final OpeningAccess access;

    OwnCampaignPage(
            OwnCampaigns own,
            CampaignService campaigns,
            CampaignImport imports,
            Participants participants,
            OpeningAccess access) {
        this.own = own;
        this.campaigns = campaigns;
        this.imports = imports;
        this.participants = participants;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String campaign,
            @PathVariable String unit,
            HttpServletRequest request,
            HttpServletResponse response) {
        CurrentUser user = CurrentUser.require();
        access.requireReader(campaign, unit, user);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return page(campaign, unit, user, null).addObject("embedded", isEmbedded(request));
    }

    /** The superior's campaign file, for adding to it. */
    @GetMapping("/file")
    ResponseEntity<byte[]> file(@PathVariable String campaign, @PathVariable String unit) {
        access.requireReader(campaign, unit, CurrentUser.require());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(campaign + ".json")
                                .build()
                                .toString())
                .body(own.superiorsFile(campaign));
    }

    @PostMapping
    ModelAndView open(
            @PathVariable String campaign,
            @PathVariable String unit,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        CurrentUser user = CurrentUser.require();
        access.requireOpener(campaign, unit, user);
        OpeningForm form = OpeningForm.of(fields);
        List<Fault> faults = new ArrayList<>(form.faults());
        try {
            if (faults.isEmpty()) {
                Opened opened = own.open(campaign, unit, form.opening(additions(file)), user.id());
                return new ModelAndView("redirect:"
                        + UriComponentsBuilder.fromPath("/campaigns/{code}/plan")
                                .buildAndExpand(opened.code())
                                .encode());
            }
            return refused(page(campaign, unit, user, form), "Chưa mở được chiến dịch.", faults);
        } catch (DomainException refusal) {
            if (refusal.kind() != DomainException.Kind.REFUSED && refusal.kind() != DomainException.Kind.CONFLICT) {
                throw refusal;
            }
            return refused(page(campaign, unit, user, form), String.valueOf(refusal.getMessage()), refusal.faults());
        }
    }

    private @Nullable ImportFile additions(@Nullable MultipartFile file) {
        try {
            return file == null || file.isEmpty() ? null : imports.read(file.getBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ModelAndView refused(ModelAndView page, String refusal, List<Fault> faults) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page.addObject("refusal", refusal)
                .addObject("wrong", atFields(faults))
                .addObject(
                        "faults",
                        faults.stream().filter(fault -> isInFile(fault)).toList());
    }

    private static Map<String, String> atFields(List<Fault> faults) {
        return faults.stream()
                .filter(fault -> !isInFile(fault))
                .collect(Collectors.toMap(Fault::path, Fault::message, (one, other) -> one + " " + other));
    }

    private static boolean isInFile(Fault fault) {
        return fault.path().startsWith("$");
    }

    /** With the fields as typed, or with the proposal when {@code typed} is null. */
    private ModelAndView page(String code, String unit, CurrentUser user, @Nullable OpeningForm typed) {
        Campaign superior = campaigns.campaign(code);
        ModelAndView page = new ModelAndView("cascade/open")
                .addObject("superior", superior)
                .addObject("participant", participants.of(superior.id(), unit))
                .addObject("embedded", false)
                .addObject("wrong", Map.of())
                .addObject("faults", List.of());
        Optional<Campaign> opened = own.of(code, unit);
        if (opened.isPresent()) {
            return page.addObject("own", opened.get());
        }
        if (!access.mayOpen(unit, user)) {
            return page.addObject("unopenable", "Đơn vị chưa mở chiến dịch của mình theo kế hoạch này.");
        }
        try {
            Proposal proposal = own.propose(code, unit);
            return page.addObject("proposal", proposal)
                    .addObject("form", typed == null ? OpeningForm.of(proposal.opening()) : typed);
        } catch (DomainException refusal) {
            return page.addObject("unopenable", refusal.getMessage());
        }
    }

    private static boolean isEmbedded(HttpServletRequest request) {
        return "iframe".equals(request.getHeader("Sec-Fetch-Dest")) || request.getParameter("embedded") != null;
    }
}
