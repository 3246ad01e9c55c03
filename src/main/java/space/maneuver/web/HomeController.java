package space.maneuver.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads a visitor to something to look at. */
@Controller
@Hidden
class HomeController {

  @GetMapping("/")
  String home() {
    return "redirect:/swagger-ui.html";
  }
}
